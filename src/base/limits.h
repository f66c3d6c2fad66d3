/* limits.h - every maximum of the program in one place.
 *
 * An input without a number here is a defect. Each limit has a test that reaches it. Units are in the names;
 * `_max` is the largest value that is still accepted. */
#pragma once

enum {
    /* HTTP */
    HTTP_HEADER_BYTES_MAX = 16 * 1024,
    HTTP_BODY_BYTES_MAX = 4 * 1024 * 1024, /* one upload part or one JSON body */
    HTTP_URL_BYTES_MAX = 4 * 1024,
    HTTP_HEADERS_MAX = 100,
    HTTP_CONNECTIONS_MAX = 20000,
    HTTP_CONNECTIONS_EACH_USUAL = 1000, /* of one address: a whole village may stand behind one */
    HTTP_READ_SECONDS_MAX = 60,         /* a whole request must have arrived by then */
    HTTP_STREAM_BUFFER_BYTES = 65536,   /* unsent output of one stream or SSE subscriber */

    /* JSON */
    JSON_DEPTH_MAX = 32,

    /* people */
    HANDLE_CHARS_MIN = 2,
    HANDLE_CHARS_MAX = 40,
    PASSWORD_CHARS_MIN = 8,
    PASSWORD_CHARS_MAX = 200,
    DISPLAY_NAME_CHARS_MAX = 80,
    SESSION_DAYS = 30,
    TOKENS_PER_PERSON_MAX = 50,
    LOGIN_TRIES_PER_15_MIN_MAX = 10,

    /* projects */
    TITLE_CHARS_MAX = 200,
    DESCRIPTION_CHARS_MAX = 2000,
    INSTRUCTIONS_BYTES_MAX = 64 * 1024,
    LABEL_CONFIG_BYTES_MAX = 128 * 1024,
    LABEL_CONFIG_DEPTH_MAX = 32,
    LABEL_CONFIG_NODES_MAX = 4000,
    OVERLAP_MAX = 100,
    OVERLAP_MIN_USUAL = 2, /* answers before a task is weighed, when the requester names none */
    TARGET_PERMILLE_USUAL = 985,
    ANSWERS_PER_TASK_MAX = 1000, /* what a tally counts */
    REVIEWERS_PER_PROJECT_MAX = 100,
    TASK_SECONDS_MIN = 10,
    TASK_SECONDS_MAX = 14 * 24 * 3600,
    APPROVE_SECONDS_MAX = 30 * 24 * 3600,
    GOLD_PERMILLE_MAX = 500,
    PRIORITY_MAX = 9,
    REASON_CHARS_MIN = 5,
    REASON_CHARS_MAX = 2000,

    /* tasks and answers */
    TASK_DATA_BYTES_MAX = 256 * 1024,
    TASKS_PER_PROJECT_MAX = 200000000,
    ANSWER_BYTES_MAX = 512 * 1024,
    ANSWER_ITEMS_MAX = 2000,
    EXTERNAL_ID_CHARS_MAX = 200,
    IMPORT_FIELDS_MAX = 200,
    IMPORT_BAD_ROWS_LISTED_MAX = 1000,
    BULK_ITEMS_MAX = 1000,
    PAGE_ROWS_MAX = 200,
    PACK_TASKS_MAX = 200, /* of one worker in one project */
    PACK_TASKS_DEFAULT = 50,
    PACK_SECONDS_DEFAULT = 24 * 3600,
    HELD_TASKS_MAX = 500,             /* leases of one worker in all projects, counted when a pack is taken */
    PACK_BYTES_MAX = 8 * 1024 * 1024, /* task data of one reply */
    ANSWERS_AT_ONCE_MAX = 50,

    /* files */
    PICTURE_BYTES_MAX = 64 * 1024 * 1024,
    MEDIA_BYTES_MAX = 256 * 1024 * 1024, /* sound or video */
    PICTURE_SIDE_MAX = 20000,
    ZIP_ENTRIES_MAX = 100000,

    /* write path */
    COMMANDS_PER_BATCH_MAX = 64,
    QUEUE_COMMANDS_MAX = 8192,
    REQUEST_ID_CHARS_MAX = 80,
    RECEIPT_DAYS = 30,
};

/* Money is int64 micro-units of the currency; one transfer never exceeds this (10 million units). */
#define MONEY_MICROS_MAX INT64_C(10000000000000)
/* One price, micro-units: 10,000 units. */
#define PRICE_MICROS_MAX INT64_C(10000000000)
/* One import file, bytes. */
#define IMPORT_BYTES_MAX (INT64_C(8) * 1024 * 1024 * 1024)
