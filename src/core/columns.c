#include "core/columns.h"

void column_text(struct json_out *o, const char *key, struct statement *s, int column) {
    out_key(o, key);
    if (statement_col_null(s, column))
        out_null(o);
    else
        out_str(o, statement_col_text(s, column));
}

void column_raw(struct json_out *o, const char *key, struct statement *s, int column) {
    out_key(o, key);
    if (statement_col_null(s, column))
        out_null(o);
    else
        out_raw(o, statement_col_text(s, column));
}
