/* Who is on watch wakes the crew: for work that waits, a few times a night, and only those who agreed to be woken. */
#include "base/clock.h"
#include "core/crew.h"

SQL(SQL_ON_WATCH, "SELECT 1 FROM crew_watch WHERE crew_id = ?1 AND person_id = ?2 AND begins_usec <= ?3 AND ends_usec >"
                  " ?3 AND counted = 0 LIMIT 1");
SQL(SQL_WAKES, "SELECT coalesce(sum(CASE WHEN created_usec >= ?2 THEN 1 ELSE 0 END), 0), coalesce(max(created_usec), 0)"
               " FROM crew_wake WHERE crew_id = ?1");
SQL(SQL_WORK, "SELECT " ALERT_WORK_COLUMNS " FROM project p JOIN project_count n ON n.project_id = p.id LEFT JOIN"
              " worker_project w ON w.project_id = p.id AND w.worker_id = ?2 WHERE p.id = ?1");
SQL(SQL_WAKE_ADD, "INSERT INTO crew_wake (crew_id, id, person_id, project_id, message, created_usec) VALUES (?1, ?2,"
                  " ?3, ?4, ?5, ?6)");
SQL(SQL_SLEEPERS, "SELECT person_id FROM crew_member WHERE crew_id = ?1 AND woken = 1 AND person_id <> ?2"
                  " ORDER BY person_id LIMIT 200");
SQL(SQL_WAKES_OLD, "DELETE FROM crew_wake WHERE crew_id = ?1 AND created_usec < ?2");

static err facts_load(struct tx *tx, const struct command *c, const struct crew_row *crew, struct crew_wake_facts *f) {
    const struct crew_wake *args = c->args;
    bool found;
    int64_t begin = c->now_usec, end;
    struct statement *s = statement(tx->conn, &SQL_ON_WATCH);
    statement_int(s, crew->id);
    statement_int(s, c->actor_id);
    statement_int(s, c->now_usec);
    TRY(statement_one(s, &f->on_watch));
    statement_end(s);
    crew_night_at(&crew->night, c->now_usec, &begin, &end);
    s = statement(tx->conn, &SQL_WAKES);
    statement_int(s, crew->id);
    statement_int(s, begin);
    TRY(statement_one(s, &found));
    f->wakes = statement_col_int(s, 0);
    f->last_usec = statement_col_int(s, 1);
    statement_end(s);
    s = statement(tx->conn, &SQL_WORK);
    statement_int(s, args->project_id);
    statement_int(s, c->actor_id);
    TRY(statement_one(s, &found));
    struct alert_project project = {0};
    if (found) alert_project_read(s, 0, &project);
    statement_end(s);
    f->tasks = project.live ? project.left : 0;
    f->wakes_max = crew->wakes_max;
    f->now_usec = c->now_usec;
    return OK;
}

static err refuse(struct command *c, enum crew_refusal why, const struct crew_row *crew) {
    static const char *const sentences[] = {
        [CREW_WAKE_NOT_ON_WATCH] = "Only who is on watch now may wake the crew.",
        [CREW_WAKE_NO_WORK] = "There is no work to be done in this project; nobody is woken for it.",
        [CREW_WAKE_TOO_SOON] = "The crew was woken a moment ago; wait half an hour."};
    if (why == CREW_WAKE_TOO_MANY)
        return problem_set(c->problem, ERR_CONFLICT, "The crew may be woken %lld times a night, and was.",
                           (long long)crew->wakes_max);
    return problem_set(c->problem, ERR_CONFLICT, "%s", sentences[why]);
}

static err sleepers_wake(struct tx *tx, const struct command *c, int64_t *told) {
    const struct crew_wake *args = c->args;
    int64_t ids[CREW_MEMBERS_MAX];
    int count = 0;
    struct statement *s = statement(tx->conn, &SQL_SLEEPERS);
    statement_int(s, args->crew_id);
    statement_int(s, c->actor_id);
    for (bool has_row = true; has_row;) {
        TRY(statement_step(s, &has_row));
        if (has_row && count < CREW_MEMBERS_MAX) ids[count++] = statement_col_int(s, 0);
    }
    statement_end(s);
    for (int i = 0; i < count; i++) {
        bool reached;
        TRY(alert_wake(tx, args->project_id, ids[i], c->now_usec, &reached));
        *told += reached;
    }
    return OK;
}

static err crew_wake_run(struct tx *tx, struct command *c) {
    const struct crew_wake *args = c->args;
    struct crew_row crew;
    struct crew_member_row member;
    struct crew_wake_facts facts = {0};
    int64_t told = 0;
    TRY(crew_load(tx, c, args->crew_id, false, &crew, &member));
    TRY(facts_load(tx, c, &crew, &facts));
    enum crew_refusal why = crew_wake_check(&facts);
    if (why != CREW_WAKE_OK) return refuse(c, why, &crew);
    struct statement *s = statement(tx->conn, &SQL_WAKE_ADD);
    statement_int(s, args->crew_id);
    statement_int(s, id_new());
    statement_int(s, c->actor_id);
    statement_int(s, args->project_id);
    statement_text(s, args->message);
    statement_int(s, c->now_usec);
    TRY(statement_run(s, 1));
    s = statement(tx->conn, &SQL_WAKES_OLD);
    statement_int(s, args->crew_id);
    statement_int(s, c->now_usec - 60 * INT64_C(86400000000));
    TRY(statement_run(s, -1));
    TRY(sleepers_wake(tx, c, &told));
    TRY(crew_post(tx, args->crew_id, WORD_CREW_WAKE, c->actor_id, args->project_id, args->message, c->now_usec));
    command_reply(c, "{\"told\":%lld,\"wakes_left\":%lld}", (long long)told,
                  (long long)(crew.wakes_max - facts.wakes - 1));
    return crew_event(tx, args->crew_id, c->now_usec, "crew.woken");
}
const struct command_kind cmd_crew_wake = {"crew_wake", crew_wake_run};
