/* Reads on what accounts have in common, for reviewers; and one's own part of it. */
#include "core/queries.h"
#include "core/signal.h"

SQL(SQL_GROUPS,
    "SELECT g.kind, g.hash, g.people, g.seen, coalesce(r.people, 0), coalesce(r.note, ''), coalesce(o.handle, ''),"
    " coalesce(r.decided_usec, 0) FROM (SELECT kind, hash, count(*) AS people, max(seen_usec) AS seen FROM "
    "person_signal"
    " GROUP BY kind, hash HAVING count(*) > 1) g LEFT JOIN signal_review r ON r.kind = g.kind AND r.hash = g.hash"
    " LEFT JOIN person o ON o.id = r.reviewer_id WHERE ?1 = 0 OR coalesce(r.people, 0) < g.people ORDER BY g.seen DESC,"
    " g.hash LIMIT 100");
SQL(SQL_PEOPLE, "SELECT s.person_id, o.handle, o.disabled, o.created_usec, s.seen_usec, coalesce((SELECT sum(w.answers)"
                " FROM worker_project w WHERE w.worker_id = s.person_id), 0) FROM person_signal s JOIN person o ON o.id"
                " = s.person_id WHERE s.kind = ?1 AND s.hash = ?2 ORDER BY o.created_usec LIMIT 50");
SQL(SQL_OWN, "SELECT kind, seen_usec FROM person_signal WHERE person_id = ?1 ORDER BY kind, seen_usec LIMIT 200");

static const char *const kinds[] = {"", "device", "payout", "contact"};
enum { HASH_BYTES = 32 };
struct group {
    int64_t kind, seen_usec, reviewed, decided_usec, people;
    unsigned char hash[HASH_BYTES];
    size_t hash_len;
    str note, reviewer;
};

static err people_write(struct store_conn *c, const struct group *g, struct json_out *o) {
    struct statement *s = statement(c, &SQL_PEOPLE);
    statement_int(s, g->kind);
    statement_bytes(s, (str){(const char *)g->hash, g->hash_len});
    out_key(o, "people");
    out_array_begin(o);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_int(o, "id", statement_col_int(s, 0));
        out_set_str(o, "handle", statement_col_text(s, 1));
        out_set_bool(o, "disabled", statement_col_int(s, 2));
        out_set_time(o, "created_at", statement_col_int(s, 3));
        out_set_time(o, "seen_at", statement_col_int(s, 4));
        out_set_int(o, "answers", statement_col_int(s, 5));
        out_end(o);
    }
    statement_end(s);
    out_end(o);
    return OK;
}

static err group_write(struct store_conn *c, const struct group *g, struct json_out *o) {
    char hex[2 * HASH_BYTES + 1];
    hex_encode(g->hash, g->hash_len, hex);
    out_object_begin(o);
    out_set_text(o, "kind", kinds[g->kind]);
    out_set_text(o, "mark", hex);
    out_set_int(o, "accounts", g->people);
    TRY(people_write(c, g, o));
    out_set_bool(o, "open", g->reviewed < g->people);
    out_key(o, "review");
    if (g->decided_usec) {
        out_object_begin(o);
        out_set_str(o, "by", g->reviewer);
        out_set_str(o, "note", g->note);
        out_set_time(o, "at", g->decided_usec);
        out_end(o);
    } else {
        out_null(o);
    }
    out_end(o);
    return OK;
}

err account_signals_json(struct store_conn *c, bool open_only, struct arena *a, struct json_out *o) {
    enum { GROUPS_MAX = 100 };
    struct group *groups = arena_alloc(a, sizeof *groups * GROUPS_MAX);
    int count = 0;
    struct statement *s = statement(c, &SQL_GROUPS);
    statement_int(s, open_only);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (!has_row || count == GROUPS_MAX) continue;
        struct group *g = &groups[count++];
        str hash = statement_col_bytes(s, 1);
        *g = (struct group){.kind = statement_col_int(s, 0),
                            .people = statement_col_int(s, 2),
                            .seen_usec = statement_col_int(s, 3),
                            .reviewed = statement_col_int(s, 4),
                            .note = arena_str(a, statement_col_text(s, 5)),
                            .reviewer = arena_str(a, statement_col_text(s, 6)),
                            .decided_usec = statement_col_int(s, 7),
                            .hash_len = hash.len < HASH_BYTES ? hash.len : HASH_BYTES};
        for (size_t i = 0; i < g->hash_len; i++) g->hash[i] = (unsigned char)hash.data[i];
    }
    statement_end(s);
    for (int i = 0; i < count; i++) TRY(group_write(c, &groups[i], o));
    return OK;
}

err own_signals_json(struct store_conn *c, int64_t person_id, struct json_out *o) {
    struct statement *s = statement(c, &SQL_OWN);
    statement_int(s, person_id);
    for (bool has_row;;) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        out_object_begin(o);
        out_set_text(o, "kind", kinds[statement_col_int(s, 0)]);
        out_set_time(o, "seen_at", statement_col_int(s, 1));
        out_end(o);
    }
    statement_end(s);
    return OK;
}
