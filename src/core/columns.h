/* columns.h - a column of a query's row as a member of a JSON object, null where the database has NULL. */
#pragma once
#include "base/json_out.h"
#include "store/store.h"

void column_text(struct json_out *o, const char *key, struct statement *s, int column);
/* The column holds JSON. */
void column_raw(struct json_out *o, const char *key, struct statement *s, int column);
