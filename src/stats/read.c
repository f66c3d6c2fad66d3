/* Answers from CSV and JSONL. */
#include "read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { WAITING = 32 };

struct fs_reader {
    struct fs_dataset *dataset;
    struct fs_read_options options;
    struct fs_bytes carry;   /* a record that a block cut */
    struct fs_bytes scratch; /* quoted fields of one record */
    bool began;              /* format and columns are known */
    char delimiter;
    int columns;           /* of the first line */
    int place[FS_COLUMNS]; /* column of a meaning; -1: none */
    int64_t line;          /* of the record in hand, 1-based */
    int64_t rows;
    int waiting_count;
    struct waiting {
        struct fs_field task, worker, label;
        uint64_t task_hash, worker_hash;
    } waiting[WAITING]; /* rows whose names are on their way into the cache; their texts lie in the block */
};

/* --- small things --- */

bool fs_bytes_add(struct fs_bytes *bytes, const char *data, size_t len) {
    if (bytes->size - bytes->len < len) {
        size_t size = bytes->size * 2 + len + 64;
        char *grown = realloc(bytes->data, size);
        if (!grown) return false;
        bytes->data = grown;
        bytes->size = size;
    }
    if (len) memcpy(bytes->data + bytes->len, data, len);
    bytes->len += len;
    return true;
}

static bool same_word(const char *name, size_t len, const char *word) {
    if (strlen(word) != len) return false;
    for (size_t i = 0; i < len; i++) {
        char c = name[i] >= 'A' && name[i] <= 'Z'   ? (char)(name[i] + 32)
                 : name[i] == ' ' || name[i] == '-' ? '_'
                                                    : name[i];
        if (c != word[i]) return false;
    }
    return true;
}

enum fs_column fs_column_named(const struct fs_read_options *options, const char *name, size_t len) {
    static const char *const usual[FS_COLUMNS][16] = {
        {"task", "task_id", "item", "item_id", "question", "example", "object", "instance", "unit", "unit_id",
         "left_task"},
        {"worker", "worker_id", "annotator", "annotator_id", "user", "user_id", "performer", "rater", "coder", "judge",
         "observer"},
        {"label", "answer", "response", "class", "annotation", "judgment", "judgement", "value", "gold", "truth",
         "output"},
        {"weight", "confidence"},
        {"time", "timestamp", "created_at", "submitted_at", "date"},
    };
    const char *const asked[FS_COLUMNS] = {options->task, options->worker, options->label, options->weight,
                                           options->time};
    for (int c = 0; c < FS_COLUMNS; c++) {
        if (asked[c]) {
            if (strlen(asked[c]) == len && memcmp(asked[c], name, len) == 0) return (enum fs_column)c;
            continue;
        }
        for (int i = 0; i < 16 && usual[c][i]; i++)
            if (same_word(name, len, usual[c][i])) return (enum fs_column)c;
    }
    return FS_COLUMNS;
}

static bool digits_read(const char *text, size_t len, int *value) {
    *value = 0;
    for (size_t i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9') return false;
        *value = *value * 10 + (text[i] - '0');
    }
    return len > 0;
}

static bool number_read(const char *text, size_t len, double *value) {
    char copy[64], *end;
    if (len == 0 || len >= sizeof copy || text[0] == ' ') return false;
    memcpy(copy, text, len);
    copy[len] = 0;
    *value = strtod(copy, &end);
    return *end == 0;
}

/* Howard Hinnant's count of days since 1970 of a date of the Gregorian calendar. */
static int64_t days_of(int year, int month, int day) {
    int64_t y = year - (month <= 2), era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

bool fs_time_read(const char *text, size_t len, int64_t *time) {
    int year, month, day, hour = 0, minute = 0, second = 0, zone_hour = 0, zone_minute = 0, sign = 0;
    double number;
    if (len < 10 || text[4] != '-' || text[7] != '-') {
        if (!number_read(text, len, &number) || !(fabs(number) < 9e18)) return false;
        *time = (int64_t)number;
        return true;
    }
    if (!digits_read(text, 4, &year) || !digits_read(text + 5, 2, &month) || !digits_read(text + 8, 2, &day))
        return false;
    const char *at = text + 10, *end = text + len;
    int64_t fraction = 0, unit = 100000;
    if (end - at >= 6 && (*at == 'T' || *at == 't' || *at == ' ')) {
        if (!digits_read(at + 1, 2, &hour) || at[3] != ':' || !digits_read(at + 4, 2, &minute)) return false;
        at += 6;
        if (end - at >= 3 && *at == ':') {
            if (!digits_read(at + 1, 2, &second)) return false;
            at += 3;
        }
        if (end - at >= 2 && *at == '.')
            for (at++; at < end && *at >= '0' && *at <= '9'; at++, unit /= 10) fraction += (*at - '0') * unit;
        if (at < end && (*at == 'Z' || *at == 'z')) {
            at++;
        } else if (end - at >= 6 && (*at == '+' || *at == '-')) {
            sign = *at == '+' ? -1 : 1;
            if (!digits_read(at + 1, 2, &zone_hour) || at[3] != ':' || !digits_read(at + 4, 2, &zone_minute))
                return false;
            at += 6;
        }
    }
    if (at != end || month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
        return false;
    int64_t seconds = days_of(year, month, day) * 86400 + hour * 3600 + minute * 60 + second +
                      sign * (zone_hour * 3600 + zone_minute * 60);
    *time = seconds * 1000000 + fraction;
    return true;
}

/* --- one row --- */

static enum fs_status refuse_line(const struct fs_reader *reader, struct fs_problem *problem, const char *format, ...) {
    char detail[300];
    va_list args;
    va_start(args, format);
    vsnprintf(detail, sizeof detail, format, args);
    va_end(args);
    if (problem) problem->line = reader->line;
    return fs_refuse(problem, FS_INVALID, "Line %lld: %s", (long long)reader->line, detail);
}

static enum fs_status row_add(struct fs_reader *reader, int32_t task, int32_t worker, const struct fs_field *label,
                              double weight, int64_t time) {
    struct fs_dataset *dataset = reader->dataset;
    int32_t class = FS_ABSTAINED;
    if (label->len > 0 && (class = fs_names_add(&dataset->classes, label->text, label->len)) < 0) return FS_NO_MEMORY;
    struct fs_table *table = reader->options.gold ? &dataset->gold : &dataset->table;
    reader->rows++;
    if (weight == 1 && time == 0 && !table->weight && !table->time) return fs_table_add(table, task, worker, class);
    return fs_table_add_weighted(table, task, worker, class, weight, time);
}

/* A cell of several labels is several rows of the same worker and task. */
static enum fs_status labels_add(struct fs_reader *reader, int32_t task, int32_t worker, struct fs_field cell,
                                 double weight, int64_t time) {
    const char *separator = reader->options.classes;
    size_t step = separator ? strlen(separator) : 0;
    if (step == 0 || cell.len == 0) return row_add(reader, task, worker, &cell, weight, time);
    for (;;) {
        const char *cut = memmem(cell.text, cell.len, separator, step);
        struct fs_field one = {cell.text, cut ? (size_t)(cut - cell.text) : cell.len};
        enum fs_status status = one.len ? row_add(reader, task, worker, &one, weight, time) : FS_OK;
        if (status != FS_OK || !cut) return status;
        cell.len -= one.len + step;
        cell.text = cut + step;
    }
}

/* The rows that wait, in their order. */
static enum fs_status waiting_take(struct fs_reader *reader) {
    struct fs_dataset *dataset = reader->dataset;
    enum fs_status status = FS_OK;
    for (int i = 0; i < reader->waiting_count; i++)
        fs_names_prefetch_text(&dataset->tasks, reader->waiting[i].task_hash);
    for (int i = 0; status == FS_OK && i < reader->waiting_count; i++) {
        const struct waiting *row = &reader->waiting[i];
        int32_t task = fs_names_add_hashed(&dataset->tasks, row->task.text, row->task.len, row->task_hash);
        int32_t worker = fs_names_add_hashed(&dataset->workers, row->worker.text, row->worker.len, row->worker_hash);
        status = task < 0 || worker < 0 ? FS_NO_MEMORY : row_add(reader, task, worker, &row->label, 1, 0);
    }
    reader->waiting_count = 0;
    return status;
}

/* A row of task, worker and label that stand in the block as they are. */
static enum fs_status row_wait(struct fs_reader *reader, const struct fs_field fields[FS_COLUMNS]) {
    struct waiting *row = &reader->waiting[reader->waiting_count++];
    row->task = fields[FS_TASK];
    row->worker = fields[FS_WORKER];
    row->label = fields[FS_LABEL];
    row->task_hash = fs_names_hash(row->task.text, row->task.len);
    row->worker_hash = fs_names_hash(row->worker.text, row->worker.len);
    fs_names_prefetch(&reader->dataset->tasks, row->task_hash);
    fs_names_prefetch(&reader->dataset->workers, row->worker_hash);
    return reader->waiting_count < WAITING ? FS_OK : waiting_take(reader);
}

static enum fs_status row_take(struct fs_reader *reader, const struct fs_field fields[FS_COLUMNS],
                               struct fs_problem *problem) {
    struct fs_dataset *dataset = reader->dataset;
    const struct fs_field *task_text = &fields[FS_TASK], *worker_text = &fields[FS_WORKER];
    double weight = 1;
    int64_t time = 0;
    int32_t task, worker = 0;
    if (task_text->len == 0) return refuse_line(reader, problem, "the task is empty.");
    if (worker_text->len == 0 && !reader->options.gold) return refuse_line(reader, problem, "the worker is empty.");
    if (!reader->options.gold && !reader->options.classes && reader->scratch.len == 0 && !fields[FS_WEIGHT].len &&
        !fields[FS_TIME].len)
        return row_wait(reader, fields);
    enum fs_status status = waiting_take(reader);
    if (status != FS_OK) return status;
    if (fields[FS_WEIGHT].len &&
        !(number_read(fields[FS_WEIGHT].text, fields[FS_WEIGHT].len, &weight) && weight >= 0 && weight <= 1e9))
        return refuse_line(reader, problem, "the weight is \"%.*s\"; a weight is a number from 0 to 1e9.",
                           (int)(fields[FS_WEIGHT].len < 60 ? fields[FS_WEIGHT].len : 60), fields[FS_WEIGHT].text);
    if (fields[FS_TIME].len && !fs_time_read(fields[FS_TIME].text, fields[FS_TIME].len, &time))
        return refuse_line(reader, problem,
                           "the time is \"%.*s\"; a time is a number or a date like 2026-01-31T12:00:00Z.",
                           (int)(fields[FS_TIME].len < 60 ? fields[FS_TIME].len : 60), fields[FS_TIME].text);
    if (reader->options.gold) {
        task = fs_names_find(&dataset->tasks, task_text->text, task_text->len);
        if (task < 0) {
            dataset->gold_unanswered++;
            reader->rows++;
            return FS_OK;
        }
    } else {
        task = fs_names_add(&dataset->tasks, task_text->text, task_text->len);
        worker = fs_names_add(&dataset->workers, worker_text->text, worker_text->len);
        if (task < 0 || worker < 0) return FS_NO_MEMORY;
    }
    return labels_add(reader, task, worker, fields[FS_LABEL], weight, time);
}

/* --- CSV --- */

/* Where a cell without quotes ends: at the delimiter, the line end, or end. */
static const char *cell_end(const char *at, const char *end, char delimiter) {
#ifdef __SSE2__
    const __m128i cut = _mm_set1_epi8(delimiter), line = _mm_set1_epi8('\n');
    for (; end - at >= 16; at += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)at);
        int found = _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(bytes, cut), _mm_cmpeq_epi8(bytes, line)));
        if (found) return at + __builtin_ctz((unsigned)found);
    }
#endif
    while (at < end && *at != delimiter && *at != '\n') at++;
    return at;
}

/* Fields of the record at `at`; *next is behind its line end, or NULL when it goes on past `end`. */
static enum fs_status csv_record(struct fs_reader *reader, const char *at, const char *end, bool last,
                                 struct fs_field *fields, int *count, const char **next, struct fs_problem *problem) {
    char delimiter = reader->delimiter;
    int lines = 0;
    *count = 0;
    *next = NULL;
    reader->scratch.len = 0;
    /* Quoted fields are unescaped into scratch, which may move: their texts are set at the end. */
    for (;;) {
        struct fs_field field = {at, 0};
        if (at < end && *at == '"') {
            size_t kept = reader->scratch.len;
            for (at++;;) {
                const char *quote = memchr(at, '"', (size_t)(end - at));
                if (!quote) {
                    if (!last) return FS_OK;
                    return refuse_line(reader, problem, "a quote is opened and not closed.");
                }
                for (const char *p = at; (p = memchr(p, '\n', (size_t)(quote - p))); p++) lines++;
                if (!fs_bytes_add(&reader->scratch, at, (size_t)(quote - at))) return FS_NO_MEMORY;
                at = quote + 1;
                if (at >= end || *at != '"') break;
                if (!fs_bytes_add(&reader->scratch, "\"", 1)) return FS_NO_MEMORY;
                at++;
            }
            if (at >= end && !last) return FS_OK;                        /* another quote may follow */
            field = (struct fs_field){NULL, reader->scratch.len - kept}; /* text is set below */
            if (at < end && *at == '\r') at++;
            if (at < end && *at != delimiter && *at != '\n')
                return refuse_line(reader, problem, "column %d: after the closing quote comes no separator.",
                                   *count + 1);
        } else {
            at = cell_end(at, end, delimiter);
            field.len = (size_t)(at - field.text);
        }
        if (*count >= FS_COLUMNS_MAX) return refuse_line(reader, problem, "more than %d columns.", FS_COLUMNS_MAX);
        fields[(*count)++] = field;
        if (at >= end) {
            if (!last) return FS_OK;
            *next = end;
            break;
        }
        if (*at++ == '\n') {
            *next = at;
            break;
        }
    }
    struct fs_field *final = &fields[*count - 1];
    if (final->text && final->len && final->text[final->len - 1] == '\r') final->len--;
    size_t used = 0;
    for (int i = 0; i < *count && reader->scratch.len; i++)
        if (!fields[i].text) {
            fields[i].text = reader->scratch.data + used;
            used += fields[i].len;
        }
    for (int i = 0; i < *count; i++)
        if (!fields[i].text) fields[i].text = "";
    reader->line += lines;
    return FS_OK;
}

static char delimiter_of(const char *at, const char *end) {
    int counts[3] = {0};
    for (; at < end && *at != '\n'; at++) counts[0] += *at == ',', counts[1] += *at == ';', counts[2] += *at == '\t';
    return counts[2] > counts[0] && counts[2] >= counts[1] ? '\t' : counts[1] > counts[0] ? ';' : ',';
}

static enum fs_status header_take(struct fs_reader *reader, const struct fs_field *fields, int count, bool *is_header,
                                  struct fs_problem *problem) {
    static const char *const names[FS_COLUMNS] = {"task", "worker", "label", "weight", "time"};
    const struct fs_read_options *o = &reader->options;
    const char *const asked[FS_COLUMNS] = {o->task, o->worker, o->label, o->weight, o->time};
    int found = 0;
    bool named = false;
    for (int c = 0; c < FS_COLUMNS; c++) reader->place[c] = -1, named |= asked[c] != NULL;
    for (int i = 0; i < count; i++) {
        enum fs_column column = fs_column_named(o, fields[i].text, fields[i].len);
        if (column < FS_COLUMNS && reader->place[column] < 0) reader->place[column] = i, found++;
    }
    reader->columns = count;
    *is_header = found >= 2 || named;
    for (int c = 0; *is_header && c < FS_COLUMNS; c++)
        if (reader->place[c] < 0 && (asked[c] || c == FS_TASK || c == FS_LABEL || (c == FS_WORKER && !o->gold)))
            return refuse_line(reader, problem,
                               "no column is named %s. Name the column of each %s (with options) or rename it.",
                               asked[c] ? asked[c] : names[c], names[c]);
    if (*is_header) return FS_OK;
    int needed = o->gold ? 2 : 3;
    if (count < needed)
        return refuse_line(reader, problem, "%d column%s; %s are needed.", count, count == 1 ? "" : "s",
                           o->gold ? "task and label" : "task, worker and label");
    reader->place[FS_TASK] = 0;
    reader->place[FS_WORKER] = o->gold ? -1 : 1;
    reader->place[FS_LABEL] = needed - 1;
    if (!o->gold && count > 3) reader->place[FS_WEIGHT] = 3;
    if (!o->gold && count > 4) reader->place[FS_TIME] = 4;
    return FS_OK;
}

static enum fs_status csv_take(struct fs_reader *reader, const struct fs_field *fields, int count,
                               struct fs_problem *problem) {
    struct fs_field row[FS_COLUMNS];
    if (count == 1 && fields[0].len == 0) return FS_OK; /* an empty line */
    if (reader->columns == 0) {
        bool is_header;
        enum fs_status status = header_take(reader, fields, count, &is_header, problem);
        if (status != FS_OK || is_header) return status;
    }
    if (count != reader->columns)
        return refuse_line(reader, problem, "%d columns, but the first line has %d.", count, reader->columns);
    for (int c = 0; c < FS_COLUMNS; c++)
        row[c] = reader->place[c] >= 0 ? fields[reader->place[c]] : (struct fs_field){NULL, 0};
    return row_take(reader, row, problem);
}

/* --- blocks --- */

static enum fs_status csv_block(struct fs_reader *reader, const char **at, const char *end, bool last,
                                struct fs_problem *problem) {
    struct fs_field fields[FS_COLUMNS_MAX];
    while (*at < end) {
        const char *next;
        int count;
        int64_t line = reader->line;
        reader->line++;
        enum fs_status status = csv_record(reader, *at, end, last, fields, &count, &next, problem);
        if (status != FS_OK) return status;
        if (!next) {
            reader->line = line;
            return FS_OK;
        }
        *at = next;
        status = csv_take(reader, fields, count, problem);
        if (status != FS_OK) return status;
    }
    return FS_OK;
}

static enum fs_status json_block(struct fs_reader *reader, const char **at, const char *end, bool last,
                                 struct fs_problem *problem) {
    while (*at < end) {
        struct fs_field fields[FS_COLUMNS];
        const char *line_end = memchr(*at, '\n', (size_t)(end - *at));
        if (!line_end && !last) return FS_OK;
        size_t len = (size_t)((line_end ? line_end : end) - *at), blank = 0;
        reader->line++;
        while (blank < len && ((*at)[blank] == ' ' || (*at)[blank] == '\t' || (*at)[blank] == '\r')) blank++;
        if (blank < len) {
            struct fs_problem inner = {0};
            reader->scratch.len = 0;
            /* Texts with escapes lie in scratch: room for the whole line, so that it does not move. */
            if (reader->scratch.size < len + 1 && !fs_bytes_add(&reader->scratch, *at, len)) return FS_NO_MEMORY;
            reader->scratch.len = 0;
            enum fs_status status = fs_json_line(&reader->options, *at, len, fields, &reader->scratch, &inner);
            if (status == FS_INVALID) return refuse_line(reader, problem, "%s.", inner.text);
            if (status == FS_OK) status = row_take(reader, fields, problem);
            if (status != FS_OK) return status;
        }
        *at = line_end ? line_end + 1 : end;
    }
    return FS_OK;
}

/* The first bytes tell the format. false: too few yet. */
static bool begin(struct fs_reader *reader, const char **at, const char *end, bool last) {
    if (reader->began) return true;
    if (end - *at < 3 && !last) return false;
    const char *from = *at + (end - *at >= 3 && memcmp(*at, "\xef\xbb\xbf", 3) == 0 ? 3 : 0), *first = from;
    bool crowded = end - *at >= FS_RECORD_BYTES_MAX;
    while (first < end && (*first == ' ' || *first == '\t' || *first == '\r' || *first == '\n')) first++;
    if (first == end && !last && !crowded) return false;
    enum fs_format format = reader->options.format;
    if (format == FS_FORMAT_AUTO) format = first < end && *first == '{' ? FS_FORMAT_JSONL : FS_FORMAT_CSV;
    /* The first line tells what separates columns. */
    const char *line_end = first;
    while (line_end < end && *line_end != '\n') line_end++;
    if (format == FS_FORMAT_CSV && !last && line_end == end && !crowded) return false;
    *at = from;
    reader->options.format = format;
    reader->delimiter = delimiter_of(first, end);
    reader->began = true;
    return true;
}

static enum fs_status block(struct fs_reader *reader, const char **at, const char *end, bool last,
                            struct fs_problem *problem) {
    if (!begin(reader, at, end, last)) return FS_OK;
    enum fs_status status = reader->options.format == FS_FORMAT_JSONL ? json_block(reader, at, end, last, problem)
                                                                      : csv_block(reader, at, end, last, problem);
    enum fs_status waited = waiting_take(reader);
    if (status == FS_OK) status = waited;
    if (status == FS_NO_MEMORY)
        fs_refuse(problem, status, "There is not enough memory for line %lld.", (long long)reader->line);
    if (status == FS_TOO_LARGE)
        fs_refuse(problem, status, "Line %lld: more than %d answers.", (long long)reader->line, FS_ANSWERS_MAX);
    return status;
}

struct fs_reader *fs_reader_new(struct fs_dataset *dataset, const struct fs_read_options *options) {
    struct fs_reader *reader = fs_calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->dataset = dataset;
    if (options) reader->options = *options;
    return reader;
}

enum fs_status fs_reader_feed(struct fs_reader *reader, const char *bytes, size_t len, struct fs_problem *problem) {
    const char *at = bytes, *end = bytes + len;
    enum fs_status status = FS_OK;
    if (reader->carry.len > 0) {
        /* Only up to a line end: the rest is read where it is. A quoted field may want more than one. */
        while (status == FS_OK && at < end && reader->carry.len > 0) {
            /* As much again as is there, so that a long quoted field is not looked at line by line. */
            size_t rest = (size_t)(end - at), skip = reader->carry.len < rest ? reader->carry.len : rest;
            const char *line_end = memchr(at + skip, '\n', rest - skip);
            size_t take = (size_t)((line_end ? line_end + 1 : end) - at);
            if (!fs_bytes_add(&reader->carry, at, take))
                return fs_refuse(problem, FS_NO_MEMORY, "There is not enough memory.");
            at += take;
            const char *from = reader->carry.data, *until = from + reader->carry.len;
            status = block(reader, &from, until, false, problem);
            reader->carry.len = (size_t)(until - from);
            memmove(reader->carry.data, from, reader->carry.len);
            if (status == FS_OK && reader->carry.len > FS_RECORD_BYTES_MAX) break;
        }
    }
    if (status == FS_OK && reader->carry.len == 0) {
        status = block(reader, &at, end, false, problem);
        if (status == FS_OK && !fs_bytes_add(&reader->carry, at, (size_t)(end - at)))
            return fs_refuse(problem, FS_NO_MEMORY, "There is not enough memory.");
    }
    if (status == FS_OK && reader->carry.len > FS_RECORD_BYTES_MAX) {
        reader->line++;
        return refuse_line(reader, problem, "longer than %d bytes; is a quote not closed?", FS_RECORD_BYTES_MAX);
    }
    return status;
}

enum fs_status fs_reader_end(struct fs_reader *reader, struct fs_problem *problem) {
    const char *from = reader->carry.data ? reader->carry.data : "", *until = from + reader->carry.len;
    enum fs_status status = block(reader, &from, until, true, problem);
    reader->carry.len = 0;
    if (status == FS_OK && reader->rows == 0) return fs_refuse(problem, FS_EMPTY, "There are no answers in the file.");
    return status;
}

void fs_reader_free(struct fs_reader *reader) {
    if (!reader) return;
    free(reader->carry.data);
    free(reader->scratch.data);
    free(reader);
}

/* --- the dataset --- */

enum fs_status fs_dataset_finish(struct fs_dataset *dataset) {
    struct fs_scratch scratch = {0};
    int32_t *place = fs_scratch_new(&scratch, dataset->classes.count, sizeof *place);
    struct fs_table *tables[] = {&dataset->table, &dataset->gold};
    enum fs_status status = scratch.failed      ? FS_NO_MEMORY
                            : dataset->as_given ? FS_OK
                                                : fs_names_sort(&dataset->classes, place);
    for (int n = 0; status == FS_OK && n < 2; n++) {
        for (int64_t i = 0; i < tables[n]->count; i++)
            if (tables[n]->label[i] >= 0 && !dataset->as_given) tables[n]->label[i] = place[tables[n]->label[i]];
        tables[n]->class_count = dataset->classes.count;
    }
    dataset->table.task_count = dataset->tasks.count;
    dataset->table.worker_count = dataset->workers.count;
    fs_scratch_free(&scratch);
    return status;
}

int32_t *fs_dataset_gold(const struct fs_dataset *dataset) {
    int32_t *gold = fs_calloc(dataset->tasks.count, sizeof *gold);
    for (int32_t t = 0; gold && t < dataset->tasks.count; t++) gold[t] = -1;
    for (int64_t i = 0; gold && i < dataset->gold.count; i++) gold[dataset->gold.task[i]] = dataset->gold.label[i];
    return gold;
}

void fs_dataset_free(struct fs_dataset *dataset) {
    fs_names_free(&dataset->tasks);
    fs_names_free(&dataset->workers);
    fs_names_free(&dataset->classes);
    fs_table_free(&dataset->table);
    fs_table_free(&dataset->gold);
    *dataset = (struct fs_dataset){0};
}
