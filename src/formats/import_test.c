/* Tests of import: tables of files with the rows and errors they must give, each file fed whole, byte by byte and in
 * odd pieces; and that memory does not grow with the file. */
#include <ctype.h>
#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/json.h"
#include "formats/import.h"

/* A row as text: "LINE@END {data} id=.. priority=.. gold=.. predictions=.. annotations=..", or "LINE@END wrong FIELD:
 * .." */
static void value_add(struct buf *b, const char *name, const json_t *value) {
    if (!value) return;
    buf_printf(b, " %s=", name);
    json_write(b, value, false);
}

static err row_note(void *arg, const struct import_row *row) {
    struct buf *b = arg;
    buf_printf(b, "%lld@%lld", (long long)row->line, (long long)row->end_offset);
    if (row->wrong) {
        assert_null(row->data);
        assert_true(str_utf8_valid(str_from(row->wrong)) && str_utf8_valid(str_from(row->wrong_field)));
        buf_printf(b, " wrong %s: %s\n", row->wrong_field, row->wrong);
        return OK;
    }
    buf_add_char(b, ' ');
    json_write(b, row->data, false);
    if (row->external_id) buf_printf(b, " id=%s", row->external_id);
    if (row->priority) buf_printf(b, " priority=%d", row->priority);
    value_add(b, "gold", row->gold);
    value_add(b, "predictions", row->predictions);
    value_add(b, "annotations", row->annotations);
    buf_add_char(b, '\n');
    return OK;
}

/* Feeds pieces of the given sizes in turn, sizes ending with 0. */
static void run_pieces(enum import_format format, str file, const size_t *sizes, int64_t skip, struct buf *b) {
    struct import_parser *parser = import_parser_new(format, row_note, b);
    import_parser_skip(parser, skip);
    struct problem p = {0};
    err e = OK;
    size_t turn = 0;
    for (size_t at = 0; at < file.len && e == OK;) {
        if (sizes[turn] == 0) turn = 0;
        size_t n = sizes[turn++];
        if (n > file.len - at) n = file.len - at;
        /* A copy of exactly this size lets the address sanitizer see a read past its end. */
        char *piece = malloc(n);
        memcpy(piece, file.data + at, n);
        e = import_parser_feed(parser, (str){piece, n}, &p);
        free(piece);
        at += n;
    }
    if (e == OK) e = import_parser_finish(parser, &p);
    if (e != OK) {
        assert_int_equal(e, ERR_IMPORT_INVALID);
        buf_printf(b, "end %d:%d %s\n", p.fields[0].line, p.fields[0].column, p.detail);
        assert_int_equal(import_parser_feed(parser, STR("x"), NULL), ERR_IMPORT_INVALID);
        assert_int_equal(import_parser_finish(parser, NULL), ERR_IMPORT_INVALID);
    } else {
        buf_printf(b, "lines %lld\n", (long long)import_parser_lines(parser));
    }
    import_parser_free(parser);
}

static void run_whole(enum import_format format, str file, struct buf *b) {
    run_pieces(format, file, (size_t[]){file.len ? file.len : 1, 0}, 0, b);
}

static void in_every_way(enum import_format format, str file, const char *expected) {
    static const size_t ways[][5] = {{1}, {2}, {3}, {5}, {7, 1, 11}, {13, 2}, {64}, {1000}};
    CLEANUP(buf_free) struct buf whole = {0};
    run_whole(format, file, &whole);
    assert_string_equal(whole.data, expected);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        CLEANUP(buf_free) struct buf pieces = {0};
        run_pieces(format, file, ways[i], 0, &pieces);
        assert_string_equal(pieces.data, expected);
    }
}

struct file_case {
    str file;
    const char *expected;
};
#define FILE_CASE(text, expected) \
    { STR(text), expected }

static void check_cases(enum import_format format, const struct file_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) in_every_way(format, cases[i].file, cases[i].expected);
}
#define CHECK_CASES(format, cases) check_cases(format, cases, sizeof cases / sizeof *cases)

static void csv_rows(void **state) {
    static const struct file_case cases[] = {
        FILE_CASE("text,score\nhola,3\nadiós,4", "2@18 {\"text\":\"hola\",\"score\":\"3\"}\n"
                                                 "3@26 {\"text\":\"adiós\",\"score\":\"4\"}\nlines 3\n"),
        /* CRLF, byte order mark, blanks around names, blanks in values kept */
        FILE_CASE("\xEF\xBB\xBFtext , n\r\n a ,b\r\n", "2@19 {\"text\":\" a \",\"n\":\"b\"}\nlines 2\n"),
        /* the old Macintosh's CR */
        FILE_CASE("a,b\r1,2\r3,4\r", "2@8 {\"a\":\"1\",\"b\":\"2\"}\n3@12 {\"a\":\"3\",\"b\":\"4\"}\nlines 3\n"),
        FILE_CASE("a,b\r1,2\n3,4\r\n5,6\n", "2@8 {\"a\":\"1\",\"b\":\"2\"}\n3@12 {\"a\":\"3\",\"b\":\"4\"}\n"
                                            "4@17 {\"a\":\"5\",\"b\":\"6\"}\nlines 4\n"),
        /* line breaks, delimiters and quotes inside quotes; the lines after count on */
        FILE_CASE("a,b\n\"x\ny\r\nz\",\"p,q\"\n\"say \"\"hi\"\"\",\"\"\nlast,1\n",
                  "2@19 {\"a\":\"x\\ny\\r\\nz\",\"b\":\"p,q\"}\n5@35 {\"a\":\"say \\\"hi\\\"\",\"b\":\"\"}\n"
                  "6@42 {\"a\":\"last\",\"b\":\"1\"}\nlines 6\n"),
        /* empty rows of all kinds are skipped, before the header too */
        FILE_CASE("\n\r\na,b\n\n,\n  \n1,\n\n", "7@16 {\"a\":\"1\",\"b\":\"\"}\nlines 8\n"),
        /* ragged rows */
        FILE_CASE("a,b\n1\n1,2,3\n1,2\n", "2@6 wrong : The row has 1 values, but the header has 2 columns.\n"
                                          "3@12 wrong : The row has 3 values, but the header has 2 columns.\n"
                                          "4@16 {\"a\":\"1\",\"b\":\"2\"}\nlines 4\n"),
        /* the task's own columns */
        FILE_CASE("external_id,text,gold,priority\n t1 ,x,Drama,9\n,y,,\nt3,z,\"[\"\"a\"\",\"\"b\"\"]\", 2\n"
                  "t4,w,[laughs] no,0\n",
                  "2@46 {\"text\":\"x\"} id=t1 priority=9 gold=\"Drama\"\n3@51 {\"text\":\"y\"}\n"
                  "4@75 {\"text\":\"z\"} id=t3 priority=2 gold=[\"a\",\"b\"]\n"
                  "5@94 {\"text\":\"w\"} id=t4 gold=\"[laughs] no\"\nlines 5\n"),
        FILE_CASE("a,priority\nx,10\nx,-1\nx,high\nx,1.5\n",
                  "2@16 wrong priority: The priority must be a whole number from 0 to 9.\n"
                  "3@21 wrong priority: The priority must be a whole number from 0 to 9.\n"
                  "4@28 wrong priority: The priority must be a whole number from 0 to 9.\n"
                  "5@34 wrong priority: The priority must be a whole number from 0 to 9.\nlines 5\n"),
        /* not UTF-8: Latin-1, a NUL, a sequence that spans two values */
        FILE_CASE("a,b\n1,ni\xF1o\nx\0y,2\n\xC3,\xA9\nok,ok\n",
                  "2@11 wrong b: The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: \"CSV UTF-8\").\n"
                  "3@17 wrong a: The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: \"CSV UTF-8\").\n"
                  "4@21 wrong a: The value is not valid UTF-8 text. Save the file as UTF-8 (in Excel: \"CSV UTF-8\").\n"
                  "5@27 {\"a\":\"ok\",\"b\":\"ok\"}\nlines 5\n"),
        /* quotes: literal ones in unquoted values are kept, others make the row wrong up to the end of the line */
        FILE_CASE(
            "a,b\n5\" disk,he said \"hi\"\n\"x\"y,1\n\"x\" ,1\n1, \"x\"\n\"ok\",2\n",
            "2@25 {\"a\":\"5\\\" disk\",\"b\":\"he said \\\"hi\\\"\"}\n"
            "3@32 wrong a: After the closing quote something follows. A quote inside a quoted value must be doubled "
            "(\"\").\n"
            "4@39 wrong a: After the closing quote something follows. A quote inside a quoted value must be doubled "
            "(\"\").\n"
            "5@46 wrong b: Blanks stand before the opening quote. Remove them.\n"
            "6@53 {\"a\":\"ok\",\"b\":\"2\"}\nlines 6\n"),
        FILE_CASE("a,b\n1,2\n\"never closed,2\n3,4\n", "2@8 {\"a\":\"1\",\"b\":\"2\"}\n3@28 wrong : A quote opened in "
                                                       "this row is never closed; all that follows in "
                                                       "the file was read as part of it. Close the quote.\nlines 4\n"),
        FILE_CASE("a\n\"x\"", "2@5 {\"a\":\"x\"}\nlines 2\n"),
        FILE_CASE("a\n\"\"\"\"", "2@6 {\"a\":\"\\\"\"}\nlines 2\n"),
        FILE_CASE("a,b\n1,", "2@6 {\"a\":\"1\",\"b\":\"\"}\nlines 2\n"),
        /* other delimiters, told by the header line */
        FILE_CASE("a;b\n1,5;2\n", "2@10 {\"a\":\"1,5\",\"b\":\"2\"}\nlines 2\n"),
        FILE_CASE("a\tb\n1;5\t2\n", "2@10 {\"a\":\"1;5\",\"b\":\"2\"}\nlines 2\n"),
        FILE_CASE("one column\nx;y\n", "2@15 {\"one column\":\"x;y\"}\nlines 2\n"),
        /* columns without a name at the end, as Excel leaves them, must be empty */
        FILE_CASE("a,b,,\n1,2,,\n1,2,3,\n", "2@12 {\"a\":\"1\",\"b\":\"2\"}\n"
                                            "3@19 wrong : Column 3 has a value but no name in the header.\nlines 3\n"),
        /* a header that cannot be used ends the file */
        FILE_CASE("", "end 1:0 Line 1: The file is empty; the first line must hold the column names.\n"),
        FILE_CASE("\xEF\xBB\xBF\n\n",
                  "end 1:0 Line 1: The file is empty; the first line must hold the column names.\n"),
        FILE_CASE("a,b,a\n1,2,3\n", "end 1:0 Line 1: Two columns have the name \"a\".\n"),
        FILE_CASE("\n,a\n1,2\n",
                  "end 2:0 Line 2: Column 1 has no name. Name it in the header line or remove it (pandas: "
                  "to_csv(..., index=False)).\n"),
        FILE_CASE("external_id,gold\n1,2\n",
                  "end 1:0 Line 1: The header names no column with data. The first line must hold the column names.\n"),
        FILE_CASE("a\xFF,b\n",
                  "end 1:0 Line 1: The header is not valid UTF-8 text. Save the file as UTF-8 (in Excel: \"CSV "
                  "UTF-8\").\n"),
        FILE_CASE("\"a\"b,c\n",
                  "end 1:0 Line 1: In the header: After the closing quote something follows. A quote inside a "
                  "quoted value must be doubled (\"\").\n"),
        FILE_CASE("\"a,b\n1,2\n", "end 1:0 Line 1: A quote opened in the header is never closed.\n"),
        FILE_CASE("\xFF\xFE"
                  "a\0",
                  "end 1:1 Line 1: The file is UTF-16 text. Save it as UTF-8 (in Excel: \"CSV UTF-8\").\n"),
        FILE_CASE("PK\x03\x04zip",
                  "end 1:1 Line 1: The file is a zip archive or an Excel workbook. Save the table as CSV (UTF-8).\n"),
        FILE_CASE("\x1F\x8B\x08", "end 1:1 Line 1: The file is compressed with gzip. Unpack it first.\n"),
    };
    CHECK_CASES(IMPORT_CSV, cases);
}

static void tsv_rows(void **state) {
    static const struct file_case cases[] = {
        FILE_CASE("a\tb\n1,5\t\"x\ty\"\n\t2\n",
                  "2@14 {\"a\":\"1,5\",\"b\":\"x\\ty\"}\n3@17 {\"a\":\"\",\"b\":\"2\"}\nlines 3\n"),
        FILE_CASE("a,b\n1,2\n", "2@8 {\"a,b\":\"1,2\"}\nlines 2\n"),
    };
    CHECK_CASES(IMPORT_TSV, cases);
}

static void jsonl_rows(void **state) {
    static const struct file_case cases[] = {
        FILE_CASE("{\"a\":1}\n\n  {\"a\":\"\\n\"} \r\n{\"a\":null}",
                  "1@8 {\"a\":1}\n3@24 {\"a\":\"\\n\"}\n4@34 {\"a\":null}\nlines 4\n"),
        FILE_CASE("\xEF\xBB\xBF{}\n", "1@6 {}\nlines 1\n"),
        FILE_CASE("", "end 1:0 Line 1: The file is empty.\n"),
        /* a task's own members leave plain data */
        FILE_CASE("{\"t\":\"x\",\"external_id\":\"e\",\"priority\":3,\"gold\":{\"g\":\"D\"},\"id\":4}\n",
                  "1@65 {\"t\":\"x\",\"id\":4} id=e priority=3 gold={\"g\":\"D\"}\nlines 1\n"),
        FILE_CASE("{\"t\":1,\"external_id\":null,\"priority\":null,\"gold\":null}\n{\"data\":\"text\"}\n",
                  "1@55 {\"t\":1}\n2@71 {\"data\":\"text\"}\nlines 2\n"),
        /* Label Studio tasks */
        FILE_CASE(
            "{\"id\":12,\"data\":{\"t\":1},\"predictions\":[{\"result\":[]}],\"project\":3}\n"
            "{\"id\":12,\"external_id\":\"\",\"data\":{\"t\":1},\"gold\":0,\"annotations\":[{\"ground_truth\":true,"
            "\"result\":[1]}]}\n"
            "{\"data\":{\"t\":1},\"annotations\":[{\"ground_truth\":true,\"was_cancelled\":true,\"result\":[0]},{"
            "\"result\":[1]},{\"ground_truth\":true,\"result\":[2]}],\"predictions\":null}\n",
            "1@67 {\"t\":1} id=12 predictions=[{\"result\":[]}]\n"
            "2@169 {\"t\":1} gold=0 annotations=[{\"ground_truth\":true,\"result\":[1]}]\n"
            "3@327 {\"t\":1} gold=[2] annotations=[{\"ground_truth\":true,\"was_cancelled\":true,\"result\":[0]},{"
            "\"result\":[1]},{\"ground_truth\":true,\"result\":[2]}]\nlines 3\n"),
        FILE_CASE("{\"data\":{},\"predictions\":{}}\n{\"data\":{},\"annotations\":1}\n{\"data\":{},\"id\":1.5}\n"
                  "{\"priority\":\"1\"}\n{\"priority\":-1}\n",
                  "1@29 wrong predictions: The predictions must be a list.\n"
                  "2@57 wrong annotations: The annotations must be a list.\n"
                  "3@78 wrong external_id: The external_id must be a text or a whole number.\n"
                  "4@95 wrong priority: The priority must be a whole number from 0 to 9.\n"
                  "5@111 wrong priority: The priority must be a whole number from 0 to 9.\nlines 5\n"),
        /* wrong lines are skipped */
        FILE_CASE(
            "{\"a\":1,}\n[1]\n3\n{\"a\":1,\"a\":2}\n{\"a\":\"\xFF\"}\n{\"a\":\"\\u0000\"}\n{\"a\":1} x\n{\"ok\":1}\n",
            "1@9 wrong : Broken JSON at column 8: string or '}' expected near '}'.\n"
            "2@13 wrong : This is not a JSON object; a task is an object such as {\"text\": \"...\"}.\n"
            "3@15 wrong : This is not a JSON object; a task is an object such as {\"text\": \"...\"}.\n"
            "4@29 wrong : Broken JSON at column 10: duplicate object key near '\"a\"'.\n"
            "5@39 wrong : The line is not valid UTF-8 text. Save the file as UTF-8.\n"
            "6@54 wrong : Broken JSON at column 13: the character \\u0000 is not taken.\n"
            "7@64 wrong : Broken JSON at column 9: end of file expected near 'x'.\n"
            "8@73 {\"ok\":1}\nlines 8\n"),
        FILE_CASE("{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}\n{}",
                  "1@75 wrong : The JSON is nested more than 32 levels deep.\n2@77 {}\nlines 2\n"),
    };
    CHECK_CASES(IMPORT_JSONL, cases);
}

static void json_rows(void **state) {
    static const struct file_case cases[] = {
        FILE_CASE("[]", "lines 1\n"),
        FILE_CASE(" [ ] \n", "lines 1\n"),
        FILE_CASE("[{\"a\":1},{\"a\":\"}]{[\\\"\\\\\"}\n,\n {\"a\":\n{\"b\":[\"\\\"]\"]}}\n]\n",
                  "1@8 {\"a\":1}\n1@25 {\"a\":\"}]{[\\\"\\\\\"}\n3@49 {\"a\":{\"b\":[\"\\\"]\"]}}\nlines 5\n"),
        FILE_CASE("\xEF\xBB\xBF{\n \"data\": {\"t\": \"x\"},\n \"id\": 7\n}\n", "1@36 {\"t\":\"x\"} id=7\nlines 4\n"),
        /* objects one after another, as files named .json often have */
        FILE_CASE("{\"a\":1}\n{\"a\":2}\n{\n\"a\":3}", "1@7 {\"a\":1}\n2@15 {\"a\":2}\n3@24 {\"a\":3}\nlines 4\n"),
        /* wrong elements are skipped */
        FILE_CASE(
            "[1, \"x]\",[{}], null ,true,{\"a\":1,\"a\":2},{\"a\":\"\xFF\"},{\"n\":99999999999999999999},\n{\"ok\":1}]",
            "1@2 wrong : This is not a JSON object; a task is an object such as {\"text\": \"...\"}.\n"
            "1@8 wrong : This is not a JSON object; a task is an object such as {\"text\": \"...\"}.\n"
            "1@13 wrong : This is not a JSON object; a task is an object such as {\"text\": \"...\"}.\n"
            "1@19 wrong : This is not a JSON object; a task is an object such as {\"text\": \"...\"}.\n"
            "1@25 wrong : This is not a JSON object; a task is an object such as {\"text\": \"...\"}.\n"
            "1@39 wrong : Wrong JSON in line 1: duplicate object key near '\"a\"'.\n"
            "1@49 wrong : The element is not valid UTF-8 text. Save the file as UTF-8.\n"
            "1@76 wrong : Wrong JSON in line 1: too big integer near '99999999999999999999'.\n"
            "2@86 {\"ok\":1}\nlines 2\n"),
        FILE_CASE("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n,{\"a\":1}]",
                  "1@68 wrong : The JSON is nested more than 32 levels deep.\n3@77 {\"a\":1}\nlines 3\n"),
        /* what ends the file, with its place */
        FILE_CASE("", "end 1:0 Line 1: The file is empty.\n"),
        FILE_CASE(" \n ", "end 2:0 Line 2: The file is empty.\n"),
        FILE_CASE("\n  text",
                  "end 2:3 Line 2: A JSON file must hold a list of objects, [{...}, ...], or objects one after "
                  "another.\n"),
        FILE_CASE(
            "[{\"a\":1},\n   {\"a\":\n  1 2},{\"a\":3}]",
            "1@8 {\"a\":1}\nend 3:5 Line 3: The JSON is broken in the element that begins in line 2: '}' expected near "
            "'2'. Nothing after it can be read.\n"),
        FILE_CASE("[{}, {\"a\" 1}]",
                  "1@3 {}\nend 1:11 Line 1: The JSON is broken in the element that begins in line 1: ':' "
                  "expected near '1'. Nothing after it can be read.\n"),
        FILE_CASE("[{} {}]", "1@3 {}\nend 1:5 Line 1: After an element of the list a comma or ] is missing.\n"),
        FILE_CASE("[{},\n]", "1@3 {}\nend 2:1 Line 2: An element of the list is missing.\n"),
        FILE_CASE("[,{}]", "end 1:2 Line 1: An element of the list is missing.\n"),
        FILE_CASE("[{}]\n x", "1@3 {}\nend 2:2 Line 2: After the end of the list something follows.\n"),
        FILE_CASE("{} []", "1@2 {}\nend 1:4 Line 1: After the object something follows that is not an object.\n"),
        FILE_CASE("[{},", "1@3 {}\nend 1:0 Line 1: The file ends before the closing ] of the list.\n"),
        FILE_CASE("[{}", "1@3 {}\nend 1:0 Line 1: The file ends before the closing ] of the list.\n"),
        FILE_CASE("[\n{\"a\n", "end 3:0 Line 3: The file ends inside the element that begins in line 2.\n"),
        FILE_CASE("[12", "end 1:0 Line 1: The file ends inside the element that begins in line 1.\n"),
        FILE_CASE("[tru]",
                  "end 1:4 Line 1: The JSON is broken in the element that begins in line 1: invalid token near "
                  "'tru'. Nothing after it can be read.\n"),
        FILE_CASE("[{]",
                  "end 1:3 Line 1: The JSON is broken in the element that begins in line 1: string or '}' expected "
                  "near ']'. Nothing after it can be read.\n"),
    };
    CHECK_CASES(IMPORT_JSON, cases);
}

static void lines_add(struct buf *b, size_t bytes, char c) {
    buf_reserve(b, bytes);
    memset(b->data + b->len, c, bytes);
    b->len += bytes;
    b->data[b->len] = 0;
}

/* Each limit, at it and past it; the row after is read rightly. */
static void limits(void **state) {
    static const size_t pieces[] = {4096, 65536, 1, 0};
    struct {
        enum import_format format;
        const char *before, *after;
        size_t fill;
        const char *expected; /* how the answer ends */
        bool first_good;
    } cases[] = {
        {IMPORT_JSONL, "{\"a\":\"", "\"}\n{\"b\":1}\n", TASK_DATA_BYTES_MAX - 8, "{\"b\":1}\nlines 2\n", true},
        {IMPORT_JSONL, "{\"a\":\"", "\"}\n{\"b\":1}\n", TASK_DATA_BYTES_MAX - 7,
         " wrong : The data is 262145 bytes long; at most 262144 are taken. Put long texts and pictures into files and "
         "give "
         "their addresses.\n2@262154 {\"b\":1}\nlines 2\n"},
        {IMPORT_JSONL, "{\"a\":\"", "\"}\n{\"b\":1}\n", IMPORT_ROW_BYTES_MAX,
         "1@1048585 wrong : The row is longer than 1048576 bytes. Put long texts and pictures into files and give "
         "their "
         "addresses.\n2@1048593 {\"b\":1}\nlines 2\n"},
        {IMPORT_JSON, "[{\"a\":\"", "\"},\n{\"b\":1}]", IMPORT_ROW_BYTES_MAX * 3,
         "1@3145737 wrong : The row is longer than 1048576 bytes. Put long texts and pictures into files and give "
         "their "
         "addresses.\n2@3145746 {\"b\":1}\nlines 2\n"},
        {IMPORT_CSV, "a\n\"", "\"\nx\n", TASK_DATA_BYTES_MAX - 8, "3@262143 {\"a\":\"x\"}\nlines 3\n", true},
        {IMPORT_CSV, "a\n\"", "\"\nx\n", TASK_DATA_BYTES_MAX,
         "2@262149 wrong : The data is 262152 bytes long; at most 262144 are taken. Put long texts and pictures into "
         "files and "
         "give their addresses.\n3@262151 {\"a\":\"x\"}\nlines 3\n"},
        {IMPORT_CSV, "a\n\"", "\nx\"\"y\"\nx\n", IMPORT_ROW_BYTES_MAX * 3,
         "2@3145738 wrong : The row is longer than 1048576 bytes. Is a closing quote missing?\n4@3145740 "
         "{\"a\":\"x\"}\nlines "
         "4\n"},
        {IMPORT_CSV, "a\n\"", "\"y,\nx\n", IMPORT_ROW_BYTES_MAX * 3,
         "2@3145737 wrong : A quote opened in this row is never closed; all that follows in the file was read as part "
         "of it. "
         "Close the quote.\nlines 3\n"},
        {IMPORT_CSV, "a\n\"", "\nx\n", IMPORT_ROW_BYTES_MAX * 2,
         "2@2097158 wrong : A quote opened in this row is never closed; all that follows in the file was read as part "
         "of it. "
         "Close the quote.\nlines 3\n"},
        {IMPORT_CSV, "a,", "\n", IMPORT_ROW_BYTES_MAX,
         "end 1:0 Line 1: The header is longer than 1048576 bytes. Is a closing quote missing?\n"},
        {IMPORT_JSONL, "{\"external_id\":\"", "\"}\n", EXTERNAL_ID_CHARS_MAX, "\nlines 1\n", true},
        {IMPORT_JSONL, "{\"external_id\":\"", "\"}\n", EXTERNAL_ID_CHARS_MAX + 1,
         "1@220 wrong external_id: The external_id has 201 characters; at most 200 are taken.\nlines 1\n"},
        {IMPORT_CSV, "a,external_id\nx,", "\n", EXTERNAL_ID_CHARS_MAX + 1,
         "2@218 wrong external_id: The external_id has 201 characters; at most 200 are taken.\nlines 2\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(buf_free) struct buf file = {0}, whole = {0}, other = {0};
        buf_add_text(&file, cases[i].before);
        lines_add(&file, cases[i].fill, 'x');
        buf_add_text(&file, cases[i].after);
        run_whole(cases[i].format, buf_str(&file), &whole);
        run_pieces(cases[i].format, buf_str(&file), pieces, 0, &other);
        assert_string_equal(whole.data, other.data);
        size_t n = strlen(cases[i].expected);
        assert_true(whole.len >= n);
        assert_string_equal(whole.data + whole.len - n, cases[i].expected);
        assert_true(cases[i].first_good == !strstr(whole.data, "wrong") || strstr(whole.data, "end "));
    }
}

static void column_limit(void **state) {
    CLEANUP(buf_free) struct buf file = {0}, out = {0};
    for (int i = 0; i < IMPORT_FIELDS_MAX; i++) buf_printf(&file, "%sc%d", i ? "," : "", i);
    buf_add_char(&file, '\n');
    for (int i = 0; i <= IMPORT_FIELDS_MAX; i++) buf_printf(&file, "%s%d", i ? "," : "", i);
    buf_add_text(&file, "\n");
    run_whole(IMPORT_CSV, buf_str(&file), &out);
    assert_non_null(strstr(out.data, "The row has 201 values, but the header has 200 columns."));
    buf_clear(&file);
    buf_clear(&out);
    for (int i = 0; i <= IMPORT_FIELDS_MAX; i++) buf_printf(&file, "%sc%d", i ? "," : "", i);
    run_whole(IMPORT_CSV, buf_str(&file), &out);
    assert_string_equal(out.data, "end 1:0 Line 1: The header has 201 columns; at most 200 are taken.\n");
    buf_clear(&file);
    buf_clear(&out);
    buf_add_char(&file, '{');
    for (int i = 0; i <= IMPORT_FIELDS_MAX; i++) buf_printf(&file, "%s\"c%d\":1", i ? "," : "", i);
    buf_add_char(&file, '}');
    run_whole(IMPORT_JSONL, buf_str(&file), &out);
    assert_non_null(strstr(out.data, "The data has 201 fields; at most 200 are taken."));
}

static void resumes_by_skipping(void **state) {
    static const size_t pieces[] = {5, 0};
    static const struct {
        enum import_format format;
        str file;
    } files[] = {{IMPORT_CSV, STR("a,b\r\n\"x\ny\",1\r\nz,2\r\nbad\r\nw,3\r\n")},
                 {IMPORT_JSONL, STR("{\"a\":1}\n{\"a\":2}\n{bad\n{\"a\":3}")},
                 {IMPORT_JSON, STR("[{\"a\":1},\n{\"a\":2},3,\n{\"a\":4}]")}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        CLEANUP(buf_free) struct buf all = {0};
        run_whole(files[i].format, files[i].file, &all);
        for (const char *line = all.data, *next; (next = strchr(line, '\n')) && isdigit((unsigned char)*line);
             line = next + 1) {
            CLEANUP(buf_free) struct buf rest = {0};
            run_pieces(files[i].format, files[i].file, pieces, atoll(strchr(line, '@') + 1), &rest);
            assert_string_equal(rest.data, next + 1);
        }
    }
}

static err row_refuse(void *arg, const struct import_row *row) { return ++*(int *)arg == 2 ? ERR_STORE_FULL : OK; }

static void callback_stops(void **state) {
    static const str files[] = {[IMPORT_CSV] = STR("a\n1\n2\n3\n4\n"),
                                [IMPORT_TSV] = STR("a\n1\n2\n3\n4\n"),
                                [IMPORT_JSON] = STR("[{},{},{},{}]"),
                                [IMPORT_JSONL] = STR("{}\n{}\n{}\n{}\n")};
    for (enum import_format format = IMPORT_CSV; format <= IMPORT_JSONL; format++) {
        int rows = 0;
        struct import_parser *parser = import_parser_new(format, row_refuse, &rows);
        assert_int_equal(import_parser_feed(parser, files[format], NULL), ERR_STORE_FULL);
        assert_int_equal(import_parser_feed(parser, files[format], NULL), ERR_STORE_FULL);
        assert_int_equal(import_parser_finish(parser, NULL), ERR_STORE_FULL);
        assert_int_equal(rows, 2);
        import_parser_free(parser);
    }
}

/* --- memory does not grow with the file --- */

struct watch {
    int64_t rows;
    size_t bytes_first, bytes_most;
};

static err row_watch(void *arg, const struct import_row *row) {
    struct watch *w = arg;
    assert_null(row->wrong);
    if (++w->rows % 1000 == 0) {
        size_t bytes = mallinfo2().uordblks + mallinfo2().hblkhd;
        if (w->rows == 1000) w->bytes_first = bytes;
        if (bytes > w->bytes_most) w->bytes_most = bytes;
    }
    return OK;
}

static void memory_stays_flat(void **state) {
    enum { ROWS = 200000, ROWS_PER_FEED = 217 };
    for (enum import_format format = IMPORT_CSV; format <= IMPORT_JSONL; format++) {
        struct watch w = {0};
        struct import_parser *parser = import_parser_new(format, row_watch, &w);
        CLEANUP(buf_free) struct buf part = {0};
        char tab = format == IMPORT_TSV ? '\t' : ',';
        if (format == IMPORT_JSON) buf_add_char(&part, '[');
        if (format <= IMPORT_TSV) buf_printf(&part, "text%cn\n", tab);
        for (int i = 0; i < ROWS;) {
            for (int k = 0; k < ROWS_PER_FEED && i < ROWS; k++, i++) {
                if (format <= IMPORT_TSV)
                    buf_printf(&part, "\"row %d of the\nfile, with some text in it\"%c%d\n", i, tab, i);
                else
                    buf_printf(&part, "%s{\"text\":\"row %d of the\\nfile, with some text in it\",\"n\":%d}\n",
                               format == IMPORT_JSON && i ? "," : "", i, i);
            }
            assert_int_equal(import_parser_feed(parser, buf_str(&part), NULL), OK);
            buf_clear(&part);
        }
        if (format == IMPORT_JSON) assert_int_equal(import_parser_feed(parser, STR("]"), NULL), OK);
        assert_int_equal(import_parser_finish(parser, NULL), OK);
        assert_int_equal(w.rows, ROWS);
        assert_true(w.bytes_most <= w.bytes_first + 64 * 1024);
        assert_int_equal(import_parser_lines(parser),
                         format <= IMPORT_TSV ? 2 * ROWS + 1 : ROWS + (format == IMPORT_JSON));
        import_parser_free(parser);
    }
}

static void formats(void **state) {
    static const struct {
        const char *name;
        str first;
        const char *format; /* NULL = not told */
    } cases[] = {
        {"a.csv", STR("{"), "csv"},
        {"A.B.TSV", STR(""), "tsv"},
        {"x.ndjson", STR(""), "jsonl"},
        {"x.jsonl", STR(""), "jsonl"},
        {"x.JSON", STR(""), "json"},
        {"upload", STR("\xEF\xBB\xBF \n[{"), "json"},
        {NULL, STR("{\"a\":{\"b\":\"}\\\"\"}}\n{"), "jsonl"},
        {NULL, STR("{\"a\":1"), "jsonl"},
        {NULL, STR("{\n\"a\":1}"), "json"},
        {"x.txt", STR("a,b\n1\t2\t3"), "csv"},
        {"x.txt", STR("a;b\n"), "csv"},
        {"x.txt", STR("a\tb\n1,2,3"), "tsv"},
        {"x.txt", STR("plain words\n1,2"), NULL},
        {"x.txt", STR(""), NULL},
        {"x", STR("PK\x03\x04,,,,"), NULL},
        {"x", STR("a,\0b"), NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum import_format format = IMPORT_CSV, named = IMPORT_CSV;
        assert_int_equal(import_format_guess(cases[i].name, cases[i].first, &format), cases[i].format != NULL);
        if (!cases[i].format) continue;
        assert_string_equal(import_format_name(format), cases[i].format);
        assert_true(import_format_named(cases[i].format, &named));
        assert_int_equal(named, format);
    }
    enum import_format format;
    assert_false(import_format_named("xml", &format));
    assert_false(import_format_named(NULL, &format));
}

static void one_value(void **state) {
    struct import_row_parts parts = {0};
    for (int i = 0; i < 2; i++) {
        CLEANUP(json_drop) json_t *value = json_pack("{s:s,s:i,s:i}", "text", "x", "external_id", 5, "priority", 2);
        struct import_row row = {0};
        import_row_take(value, 100, &row, &parts);
        assert_null(row.wrong);
        assert_string_equal(row.external_id, "5");
        assert_int_equal(row.priority, 2);
        assert_int_equal(json_object_size(row.data), 1);
        CLEANUP(json_drop) json_t *number = json_integer(3);
        import_row_take(number, 1, &row, &parts);
        assert_non_null(row.wrong);
        assert_null(row.data);
        assert_null(row.external_id);
    }
    import_row_parts_free(&parts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_rows),
        cmocka_unit_test(tsv_rows),
        cmocka_unit_test(jsonl_rows),
        cmocka_unit_test(json_rows),
        cmocka_unit_test(limits),
        cmocka_unit_test(column_limit),
        cmocka_unit_test(resumes_by_skipping),
        cmocka_unit_test(callback_stops),
        cmocka_unit_test(memory_stays_flat),
        cmocka_unit_test(formats),
        cmocka_unit_test(one_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
