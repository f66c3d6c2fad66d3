/* schema.h - the numbered migrations, made from schema/NNNN_name.sql at build time. Append-only: a file that was
 * released is never changed; the next change of the schema is the next file. */
#pragma once

struct store_migration {
    const char *text; /* NULL ends the list; migration i brings schema i to i + 1 */
};
extern const struct store_migration store_schema[];
