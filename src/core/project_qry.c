/* Reads on projects, for requesters and for workers. */
#include "base/arena.h"
#include "core/command.h"
#include "core/qualification.h"
#include "core/queries.h"
#include "core/rating.h"
#include "domain/ledger.h"
#include "domain/work.h"

#define HEAD_COLUMNS                                                                                                   \
    "p.owner_id, p.state, p.price_micros, p.overlap, p.gold_permille, p.task_seconds, p.approve_seconds,"              \
    " p.config_version, n.next_task, n.next_position, n.lanes, n.tasks, n.gold_tasks, n.funded_to, n.funded,"          \
    " n.funded_gold, n.gold_wanted, n.done, n.retired, n.leases, n.submitted, n.approved, n.rejected, n.gold_answers," \
    " n.gold_right, n.reports, n.workers, n.agreed_votes, n.judged_votes, n.median_work_usec, n.median_at_answers,"    \
    " n.weighing, n.sent_back, n.contests, n.fitted_at_answers, n.opened_to, n.gold_standing, p.overlap_rule,"         \
    " p.overlap_min, p.target_permille, p.review_permille, p.id"
enum { HEAD_COLUMN_COUNT = 42 };
SQL(SQL_HEAD, "SELECT " HEAD_COLUMNS " FROM project p JOIN project_count n ON n.project_id = p.id WHERE p.id = ?1");
SQL(SQL_TEXTS, "SELECT label_config, instructions FROM project WHERE id = ?1");
#define PROJECT_COLUMNS                                                                                      \
    HEAD_COLUMNS                                                                                             \
    ", p.title, p.description, p.created_usec, p.published_usec, o.handle, coalesce(e.credits_posted -"      \
    " e.debits_posted - e.debits_pending, 0), coalesce(e.debits_posted, 0), coalesce(e.debits_pending, 0), " \
    "p.pack_tasks, p.pack_seconds"
#define PROJECT_FROM                                                                                 \
    " FROM project p JOIN project_count n ON n.project_id = p.id JOIN person o ON o.id = p.owner_id" \
    " LEFT JOIN account e ON e.id = p.id"
SQL(SQL_PROJECT, "SELECT " PROJECT_COLUMNS ", p.instructions, p.label_config" PROJECT_FROM " WHERE p.id = ?1");
SQL(SQL_PROJECTS_OWN,
    "SELECT " PROJECT_COLUMNS PROJECT_FROM " WHERE p.owner_id = ?1 AND p.id < ?2 ORDER BY p.id DESC LIMIT ?3");
SQL(SQL_PROJECTS_ALL, "SELECT " PROJECT_COLUMNS PROJECT_FROM " WHERE p.id < ?1 ORDER BY p.id DESC LIMIT ?2");
/* For a reviewer: their own, those that name nobody or them. */
SQL(SQL_PROJECTS_REVIEWED,
    "SELECT " PROJECT_COLUMNS PROJECT_FROM " WHERE p.id < ?2 AND (p.owner_id = ?1 OR NOT EXISTS (SELECT 1 FROM"
    " project_reviewer r WHERE r.project_id = p.id) OR EXISTS (SELECT 1 FROM project_reviewer r WHERE r.project_id ="
    " p.id AND r.person_id = ?1)) ORDER BY p.id DESC LIMIT ?3");
SQL(SQL_REVIEWER_MAY, "SELECT count(*), coalesce(sum(CASE WHEN person_id = ?2 THEN 1 ELSE 0 END), 0)"
                      " FROM project_reviewer WHERE project_id = ?1");
SQL(SQL_PAID, "SELECT coalesce(sum(amount_micros), 0) FROM transfer WHERE project_id = ?1 AND kind = 4");
#define WORK_COLUMNS                                                                                             \
    HEAD_COLUMNS                                                                                                 \
    ", p.title, p.description, o.handle, coalesce(w.answers, 0), coalesce(w.approved, 0),"                       \
    " coalesce(w.rejected, 0), coalesce((SELECT l.task_id FROM lease l WHERE l.worker_id = ?1 AND"               \
    " +l.project_id = p.id AND l.state = 0 AND l.packed = 0 LIMIT 1), 0), coalesce(w.served, 0), p.pack_tasks,"  \
    " p.pack_seconds, (SELECT count(*) FROM lease l WHERE l.worker_id = ?1 AND +l.project_id = p.id"             \
    " AND l.state = 0 AND l.packed = 1), d.reserved, coalesce((SELECT f.remaining FROM offer f"                  \
    " WHERE f.project_id = p.id AND f.worker_id = ?1 AND f.state < 2), 0), d.person_max,"                        \
    " CASE WHEN d.rule <> 3 OR EXISTS (SELECT 1 FROM crew_member m WHERE m.crew_id = d.crew_id AND"              \
    " m.person_id = ?1) OR NOT EXISTS (SELECT 1 FROM crew_member m WHERE m.crew_id = d.crew_id) OR EXISTS"       \
    " (SELECT 1 FROM offer f WHERE f.project_id = p.id AND f.worker_id = ?1 AND f.state < 2) THEN 1 ELSE 0 END," \
    " coalesce(w.sent_back, 0)"
#define WORK_FROM                                                                                           \
    " FROM project p JOIN project_count n ON n.project_id = p.id JOIN person o ON o.id = p.owner_id"        \
    " JOIN project_dispatch d ON d.project_id = p.id LEFT JOIN worker_project w ON w.project_id = p.id AND" \
    " w.worker_id = ?1"
SQL(SQL_WORK_LIST, "SELECT " WORK_COLUMNS WORK_FROM " WHERE p.state = 1 AND p.id > ?2 ORDER BY p.id LIMIT ?3");
SQL(SQL_WORK_ONE, "SELECT " WORK_COLUMNS WORK_FROM " WHERE p.id = ?2 AND p.state <> 0");
SQL(SQL_BALANCE, "SELECT credits_posted - debits_posted - debits_pending FROM account WHERE id = ?1");

static void head_read(struct statement *s, struct project_head *head) {
    head->project = (struct project){.owner_id = statement_col_int(s, 0),
                                     .state = (enum project_state)statement_col_int(s, 1),
                                     .price_micros = statement_col_int(s, 2),
                                     .overlap = (int)statement_col_int(s, 3),
                                     .gold_permille = (int)statement_col_int(s, 4),
                                     .task_usec = statement_col_int(s, 5) * 1000000,
                                     .approve_usec = statement_col_int(s, 6) * 1000000,
                                     .overlap_rule = (enum overlap_rule)statement_col_int(s, 37),
                                     .overlap_min = (int)statement_col_int(s, 38),
                                     .target_permille = (int)statement_col_int(s, 39),
                                     .review_permille = (int)statement_col_int(s, 40),
                                     .id = statement_col_int(s, 41)};
    head->config_version = statement_col_int(s, 7);
    int64_t *columns = (int64_t *)&head->count;
    for (int i = 0; i < (int)(sizeof head->count / sizeof *columns); i++) columns[i] = statement_col_int(s, 8 + i);
}

err project_head(struct store_conn *c, int64_t id, struct project_head *head, bool *found) {
    struct statement *s = statement(c, &SQL_HEAD);
    statement_int(s, id);
    TRY(statement_one(s, found));
    if (*found) head_read(s, head);
    statement_end(s);
    return OK;
}

err project_seen(struct store_conn *c, int64_t id, int64_t person_id, unsigned roles, struct project_head *head,
                 struct problem *p) {
    bool found;
    TRY(project_head(c, id, head, &found));
    if (found && (head->project.owner_id == person_id || (roles & PERSON_OPERATOR))) return OK;
    if (found && (roles & PERSON_REVIEWER)) {
        struct statement *s = statement(c, &SQL_REVIEWER_MAY);
        statement_int(s, id);
        statement_int(s, person_id);
        TRY(statement_one(s, &found));
        bool may = found && (statement_col_int(s, 0) == 0 || statement_col_int(s, 1) > 0);
        statement_end(s);
        if (may) return OK;
    }
    return problem_set(p, ERR_NOT_FOUND, "You have no project %lld.", (long long)id);
}

err project_texts(struct store_conn *c, int64_t id, struct buf *label_config, struct buf *instructions) {
    bool found;
    struct statement *s = statement(c, &SQL_TEXTS);
    statement_int(s, id);
    TRY(statement_one(s, &found));
    if (found && label_config) buf_add_str(label_config, statement_col_text(s, 0));
    if (found && instructions) buf_add_str(instructions, statement_col_text(s, 1));
    statement_end(s);
    return found ? OK : ERR_NOT_FOUND;
}

static void ratio_write(struct json_out *o, const char *key, int64_t part, int64_t whole) {
    if (whole > 0)
        out_set_double(o, key, (double)part / (double)whole);
    else
        out_set_null(o, key);
}

static void time_write(struct json_out *o, const struct project_head *head) {
    const struct project_count *n = &head->count;
    if (n->median_work_usec > 0) {
        out_set_double(o, "median_seconds", (double)n->median_work_usec / 1e6);
        out_set_int(o, "pay_per_hour_micros", pay_per_hour(head->project.price_micros, n->median_work_usec));
    } else {
        out_set_null(o, "median_seconds");
        out_set_null(o, "pay_per_hour_micros");
    }
}

/* escrow: free money in it, posted and pending debits */
static void stats_write(struct json_out *o, const struct project_head *head, int64_t free_micros, int64_t paid_micros,
                        int64_t pending_micros) {
    const struct project_count *n = &head->count;
    out_key(o, "stats");
    out_object_begin(o);
    out_set_int(o, "tasks", n->tasks);
    out_set_int(o, "gold_tasks", n->gold_tasks);
    out_set_int(o, "unfunded_tasks", n->tasks - n->funded - n->funded_gold);
    out_set_int(o, "done_tasks", n->done);
    out_set_int(o, "retired_tasks", n->retired);
    out_set_int(o, "answers_wanted", project_wanted_all(&head->project, n));
    out_set_int(o, "answers", n->submitted + n->approved);
    out_set_int(o, "gold_answers", n->gold_answers);
    out_set_int(o, "leases", n->leases);
    out_set_int(o, "submitted", n->submitted);
    out_set_int(o, "approved", n->approved);
    out_set_int(o, "rejected", n->rejected);
    out_set_int(o, "reports", n->reports);
    out_set_int(o, "weighing_tasks", n->weighing);
    out_set_int(o, "sent_back", n->sent_back);
    out_set_int(o, "contests", n->contests);
    out_set_int(o, "workers", n->workers);
    ratio_write(o, "agreement", n->agreed_votes, n->judged_votes);
    ratio_write(o, "gold_accuracy", n->gold_right, n->gold_answers);
    time_write(o, head);
    out_set_int(o, "escrow_micros", free_micros + pending_micros);
    out_set_int(o, "paid_micros", paid_micros);
    out_end(o);
}

/* What left the escrow less what went back to the requester. */
static err paid(struct store_conn *c, const struct project_head *head, int64_t debits_posted, int64_t *micros) {
    *micros = debits_posted;
    if (head->project.state != PROJECT_COMPLETED) return OK;
    bool has_row;
    struct statement *s = statement(c, &SQL_PAID);
    statement_int(s, head->project.id);
    TRY(statement_one(s, &has_row));
    *micros -= statement_col_int(s, 0);
    statement_end(s);
    return OK;
}

static err project_write(struct store_conn *c, struct json_out *o, struct statement *s, bool whole) {
    enum { AT = HEAD_COLUMN_COUNT };
    struct project_head head;
    head_read(s, &head);
    int64_t paid_micros;
    TRY(paid(c, &head, statement_col_int(s, AT + 6), &paid_micros));
    out_object_begin(o);
    out_set_int(o, "id", head.project.id);
    out_key(o, "owner");
    out_object_begin(o);
    out_set_int(o, "id", head.project.owner_id);
    out_set_str(o, "handle", statement_col_text(s, AT + 4));
    out_end(o);
    out_set_str(o, "title", statement_col_text(s, AT));
    out_set_str(o, "description", statement_col_text(s, AT + 1));
    if (whole) {
        out_set_str(o, "instructions", statement_col_text(s, AT + 10));
        out_set_str(o, "label_config", statement_col_text(s, AT + 11));
    }
    out_set_text(o, "state", project_state_word(head.project.state));
    out_set_int(o, "price_micros", head.project.price_micros);
    out_set_int(o, "overlap", head.project.overlap);
    out_set_int(o, "task_seconds", head.project.task_usec / 1000000);
    out_set_int(o, "approve_seconds", head.project.approve_usec / 1000000);
    out_set_int(o, "gold_permille", head.project.gold_permille);
    out_set_int(o, "pack_tasks", statement_col_int(s, AT + 8));
    out_set_int(o, "pack_seconds", statement_col_int(s, AT + 9));
    out_set_text(o, "overlap_rule", overlap_rule_word(head.project.overlap_rule));
    out_set_int(o, "overlap_min", head.project.overlap_min);
    out_set_int(o, "target_permille", head.project.target_permille);
    out_set_int(o, "review_permille", head.project.review_permille);
    out_set_time(o, "created_at", statement_col_int(s, AT + 2));
    out_set_time(o, "published_at", statement_col_int(s, AT + 3));
    stats_write(o, &head, statement_col_int(s, AT + 5), paid_micros, statement_col_int(s, AT + 7));
    out_end(o);
    return OK;
}

err project_json(struct store_conn *c, int64_t id, bool whole, struct json_out *o) {
    bool found;
    struct statement *s = statement(c, &SQL_PROJECT);
    statement_int(s, id);
    TRY(statement_one(s, &found));
    err e = found ? project_write(c, o, s, whole) : ERR_NOT_FOUND;
    statement_end(s);
    return e;
}

err projects_json(struct store_conn *c, int64_t owner_id, bool reviewed, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, reviewed   ? &SQL_PROJECTS_REVIEWED
                                       : owner_id ? &SQL_PROJECTS_OWN
                                                  : &SQL_PROJECTS_ALL);
    if (owner_id) statement_int(s, owner_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        TRY(project_write(c, o, s, false));
        page->next = statement_col_int(s, HEAD_COLUMN_COUNT - 1);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err quote_json(struct store_conn *c, const struct project_head *head, struct json_out *o, struct problem *p) {
    struct project_quote quote;
    TRY(project_quote(&head->project, &head->count, &quote, p));
    bool found;
    struct statement *s = statement(c, &SQL_BALANCE);
    statement_int(s, head->project.owner_id);
    TRY(statement_one(s, &found));
    int64_t available = found ? statement_col_int(s, 0) : 0;
    statement_end(s);
    out_object_begin(o);
    out_set_int(o, "tasks", quote.tasks);
    out_set_int(o, "answers", quote.answers);
    out_set_int(o, "gold_answers", quote.gold_answers);
    out_set_int(o, "cost_micros", quote.cost_micros);
    out_set_int(o, "available_micros", available);
    out_set_int(o, "missing_micros", quote.cost_micros > available ? quote.cost_micros - available : 0);
    out_key(o, "expected");
    TRY(preview_json(c, head, &quote, o));
    out_end(o);
    return OK;
}

/* What of a project one worker can get: not what is held for others. */
struct worker_part {
    int64_t served, reserved, own_offer, person_max;
    bool open; /* not reserved for a crew that they are not in */
};

static int64_t work_left(const struct project_head *head, const struct worker_part *part) {
    int64_t left = project_left(&head->project, &head->count, part->served);
    int64_t free_answers = project_free(&head->project, &head->count) - part->reserved + part->own_offer;
    /* Of an adaptive project the lower bound is a loose one: it counts only against what is held for others. */
    if (left > free_answers && (part->reserved > 0 || !project_adaptive(&head->project))) left = free_answers;
    if (part->person_max > 0 && left > part->person_max - part->served) left = part->person_max - part->served;
    return left < 0 || !part->open ? 0 : left;
}

/* qualified: nothing waits for those whom the project does not let in. */
static void work_write(struct json_out *o, struct statement *s, bool qualified) {
    enum { AT = HEAD_COLUMN_COUNT };
    struct project_head head;
    head_read(s, &head);
    int64_t approved = statement_col_int(s, AT + 4), rejected = statement_col_int(s, AT + 5),
            lease = statement_col_int(s, AT + 6);
    struct worker_part part = {.served = statement_col_int(s, AT + 7),
                               .reserved = statement_col_int(s, AT + 11),
                               .own_offer = statement_col_int(s, AT + 12),
                               .person_max = statement_col_int(s, AT + 13),
                               .open = statement_col_int(s, AT + 14)};
    out_object_begin(o);
    out_set_int(o, "id", head.project.id);
    out_set_str(o, "title", statement_col_text(s, AT));
    out_set_str(o, "description", statement_col_text(s, AT + 1));
    out_set_str(o, "requester", statement_col_text(s, AT + 2));
    out_set_text(o, "state", project_state_word(head.project.state));
    out_set_int(o, "price_micros", head.project.price_micros);
    out_set_int(o, "task_seconds", head.project.task_usec / 1000000);
    out_set_int(o, "approve_seconds", head.project.approve_usec / 1000000);
    out_set_int(o, "left", !qualified ? 0 : head.project.state == PROJECT_LIVE ? work_left(&head, &part) : 0);
    out_set_int(o, "offered", part.own_offer);
    time_write(o, &head);
    out_set_int(o, "answered", statement_col_int(s, AT + 3));
    ratio_write(o, "approval_rate", approved, approved + rejected);
    out_key(o, "lease");
    if (lease)
        out_int(o, lease);
    else
        out_null(o);
    out_set_int(o, "pack_tasks", statement_col_int(s, AT + 8));
    out_set_int(o, "pack_seconds", statement_col_int(s, AT + 9));
    out_set_int(o, "packed", statement_col_int(s, AT + 10));
    out_set_int(o, "sent_back", statement_col_int(s, AT + 15));
    out_set_int(o, "config_version", head.config_version);
}

err work_projects_json(struct store_conn *c, int64_t worker_id, struct page *page, struct json_out *o) {
    struct statement *s = statement(c, &SQL_WORK_LIST);
    statement_int(s, worker_id);
    statement_int(s, page->after);
    statement_int(s, page->limit);
    int rows = 0;
    for (bool has_row;; rows++) {
        TRY(statement_step(s, &has_row));
        if (!has_row) break;
        int64_t id = statement_col_int(s, HEAD_COLUMN_COUNT - 1);
        bool open;
        TRY(project_open_to(c, id, worker_id, &open));
        work_write(o, s, open);
        out_set_bool(o, "qualified", open);
        out_end(o);
        page->next = statement_col_int(s, HEAD_COLUMN_COUNT - 1);
    }
    statement_end(s);
    page->more = rows == page->limit;
    return OK;
}

err work_project_json(struct store_conn *c, int64_t project_id, int64_t worker_id, struct json_out *o,
                      struct problem *p) {
    bool found;
    struct statement *s = statement(c, &SQL_WORK_ONE);
    statement_int(s, worker_id);
    statement_int(s, project_id);
    TRY(statement_one(s, &found));
    if (found) {
        struct person_facts facts;
        bool open;
        TRY(project_open_to(c, project_id, worker_id, &open));
        work_write(o, s, open);
        struct project_head head;
        head_read(s, &head);
        out_set_int(o, "requester_id", head.project.owner_id);
        TRY(rating_json(c, head.project.owner_id, o));
        TRY(person_facts_load(c, worker_id, &facts));
        out_set_bool(o, "qualified", open);
        out_key(o, "requirements");
        TRY(requirements_json(c, project_id, &facts, o));
    }
    statement_end(s);
    return found ? OK : problem_set(p, ERR_NOT_FOUND, "There is no project %lld.", (long long)project_id);
}
