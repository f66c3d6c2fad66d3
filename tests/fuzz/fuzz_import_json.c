/* JSON and JSONL files: the highest bit of the first byte tells which. */
#include "fuzz_import_rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    rows_compare(size && data[0] & 0x80 ? IMPORT_JSONL : IMPORT_JSON, data, size);
    return 0;
}
