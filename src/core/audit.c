/* The invariants of the books and of the work, each as a query that finds what breaks it. */
#include <stdio.h>

#include "core/queries.h"

struct invariant {
    const char *name;
    struct sql broken; /* one row: how many break it, an example's id, how many were looked at */
};

/* Answers wanted of a task, and answers paid for, of task t, project p and its numbers n. */
#define BASE_WANTED                                                                                         \
    "CASE WHEN t.lane = 10 THEN n.gold_wanted WHEN p.overlap_rule <> 0 AND p.overlap_min < p.overlap THEN " \
    "p.overlap_min ELSE p.overlap END"
#define WANTED "CASE WHEN t.wanted > " BASE_WANTED " THEN t.wanted ELSE " BASE_WANTED " END"
#define BASE_MOST "CASE WHEN t.lane = 10 THEN n.gold_wanted ELSE p.overlap END"
#define MOST "CASE WHEN t.wanted > " BASE_MOST " THEN t.wanted ELSE " BASE_MOST " END"
#define TASK_JOINED " FROM task t JOIN project p ON p.id = t.project_id JOIN project_count n ON n.project_id = p.id"

static const struct invariant invariants[] = {
    {"every transfer has two different accounts that exist and an amount that is not negative",
     {"SELECT coalesce(sum(CASE WHEN t.debit_account = t.credit_account OR t.amount_micros < 0 OR d.id IS NULL OR c.id "
      "IS NULL"
      " THEN 1 ELSE 0 END), 0), min(CASE WHEN t.debit_account = t.credit_account OR t.amount_micros < 0 OR d.id IS "
      "NULL OR"
      " c.id IS NULL THEN t.id END), count(*) FROM transfer t LEFT JOIN account d ON d.id = t.debit_account"
      " LEFT JOIN account c ON c.id = t.credit_account"}},
    {"balances equal the sums of their transfers",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT a.id AS id, CASE WHEN"
      " a.debits_posted <> coalesce(d.posted, 0) OR a.debits_pending <> coalesce(d.pending, 0) OR"
      " a.credits_posted <> coalesce(c.posted, 0) OR a.credits_pending <> coalesce(c.pending, 0) THEN 1 ELSE 0 END AS "
      "bad"
      " FROM account a"
      " LEFT JOIN (SELECT debit_account AS id, sum(CASE WHEN state = 1 THEN amount_micros ELSE 0 END) AS posted,"
      " sum(CASE WHEN state = 0 THEN amount_micros ELSE 0 END) AS pending FROM transfer GROUP BY debit_account) d ON "
      "d.id = a.id"
      " LEFT JOIN (SELECT credit_account AS id, sum(CASE WHEN state = 1 THEN amount_micros ELSE 0 END) AS posted,"
      " sum(CASE WHEN state = 0 THEN amount_micros ELSE 0 END) AS pending FROM transfer GROUP BY credit_account) c ON "
      "c.id = a.id"
      ") AS x"}},
    {"no account but the source of test money is below zero",
     {"SELECT coalesce(sum(CASE WHEN kind <> 1 AND credits_posted - debits_posted - debits_pending < 0 THEN 1 ELSE 0 "
      "END), 0),"
      " min(CASE WHEN kind <> 1 AND credits_posted - debits_posted - debits_pending < 0 THEN id END), count(*) FROM "
      "account"}},
    {"all accounts together sum to zero",
     {"SELECT CASE WHEN coalesce(sum(debits_posted), 0) = coalesce(sum(credits_posted), 0) AND "
      "coalesce(sum(debits_pending), 0) ="
      " coalesce(sum(credits_pending), 0) THEN 0 ELSE 1 END, 0, count(*) FROM account"}},
    {"no task holds more answers and leases than are wanted of it",
     {"SELECT coalesce(sum(CASE WHEN t.answers + t.leases > " WANTED " THEN 1 ELSE 0 END), 0),"
      " min(CASE WHEN t.answers + t.leases > " WANTED " THEN t.id END), count(*)" TASK_JOINED " WHERE p.state <> 0"}},
    {"escrow holds the pay of every answer that may still be wanted",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT x.id AS id, CASE WHEN"
      " x.owed > coalesce(a.credits_posted - a.debits_posted - a.debits_pending, 0) THEN 1 ELSE 0 END AS bad"
      " FROM (SELECT p.id AS id, p.price_micros * sum(" MOST " - t.answers - t.leases) AS owed" TASK_JOINED
      " WHERE p.state IN (1, 2) AND t.id <= n.funded_to AND t.state <> 3 GROUP BY p.id, p.price_micros) AS x"
      " LEFT JOIN account a ON a.id = x.id) AS y"}},
    {"each task counts the answers and leases that it has",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT t.id AS id, CASE WHEN "
      "t.answers <>"
      " coalesce(a.n, 0) OR t.leases <> coalesce(l.n, 0) THEN 1 ELSE 0 END AS bad FROM task t"
      " LEFT JOIN (SELECT project_id, task_id, count(*) AS n FROM annotation WHERE state IN (0, 1) GROUP BY "
      "project_id, task_id) a"
      " ON a.project_id = t.project_id AND a.task_id = t.id"
      " LEFT JOIN (SELECT project_id, task_id, count(*) AS n FROM lease WHERE state = 0 GROUP BY project_id, task_id) l"
      " ON l.project_id = t.project_id AND l.task_id = t.id) AS x"}},
    {"a task's state fits its counts",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT t.id AS id, CASE WHEN "
      "t.state = 1 AND"
      " t.answers + t.leases >= w THEN 1 WHEN t.state = 2 AND t.answers < w THEN 1 WHEN t.state = 4 AND (t.answers >= "
      "w OR t.answers + t.leases < w) THEN 1 WHEN t.state = 5 AND (t.answers < w OR t.answers >= m) THEN 1 ELSE 0 END "
      "AS bad FROM (SELECT t.id, t.state, t.answers, t.leases, " WANTED " AS w, " MOST " AS m" TASK_JOINED
      " WHERE p.state <> 0 AND t.id <= n.funded_to AND (t.lane < 10 OR n.gold_wanted > 0 OR t.wanted > 0)) AS t) AS "
      "x"}},
    {"each approved answer is paid once, each rejected one not, each waiting one is reserved",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT a.id AS id, CASE WHEN "
      "t.id IS NULL OR"
      " t.kind <> 3 OR t.credit_account <> a.worker_id OR t.task_id <> a.task_id OR t.state <> CASE WHEN a.state = 3 "
      "THEN 0 "
      "ELSE a.state END THEN 1 ELSE 0 "
      "END AS bad"
      " FROM annotation a LEFT JOIN transfer t ON t.project_id = a.project_id AND t.id = a.transfer_id) AS x"}},
    {"every live lease has its pay reserved and no other lease has",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT l.task_id AS id, CASE "
      "WHEN t.id IS"
      " NULL OR (l.state = 0 AND t.state <> 0) OR (l.state IN (2, 3) AND t.state <> 2) THEN 1 ELSE 0 END AS bad FROM "
      "lease l"
      " LEFT JOIN transfer t ON t.project_id = l.project_id AND t.id = l.transfer_id) AS x"}},
    {"no worker holds two tasks of a project outside a pack, those apart that were sent back",
     {"SELECT coalesce(sum(CASE WHEN n > 1 THEN 1 ELSE 0 END), 0), min(CASE WHEN n > 1 THEN project_id END), count(*) "
      "FROM"
      " (SELECT project_id, worker_id, sum(CASE WHEN packed = 0 THEN 1 ELSE 0 END) AS n FROM lease l WHERE state = 0"
      " AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.project_id = l.project_id AND a.task_id = l.task_id AND "
      "a.worker_id = l.worker_id) GROUP BY project_id, worker_id) AS x"}},
    {"no pay without an answer or a live lease behind it",
     {"SELECT coalesce(sum(CASE WHEN t.state <> 2 AND l.task_id IS NULL THEN 1 ELSE 0 END), 0), min(CASE WHEN t.state "
      "<> 2 AND"
      " l.task_id IS NULL THEN t.id END), count(*) FROM transfer t LEFT JOIN lease l ON l.project_id = t.project_id AND"
      " l.worker_id = t.credit_account AND l.task_id = t.task_id AND l.transfer_id = t.id WHERE t.kind = 3"}},
    {"a project's numbers equal what its rows say",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT n.project_id AS id, "
      "CASE WHEN n.tasks"
      " <> coalesce(t.n, 0) OR n.gold_tasks <> coalesce(t.gold, 0) OR n.leases <> coalesce(t.leases, 0) OR n.done <>"
      " coalesce(t.done, 0) OR n.submitted + n.approved <> coalesce(t.answers, 0) OR n.next_task <= coalesce(t.top, 0) "
      "OR"
      " n.retired <> coalesce(t.retired, 0) OR n.rejected <> coalesce(a.rejected, 0) OR n.approved <> "
      "coalesce(a.approved, 0) OR n.sent_back <> coalesce(a.sent_back, 0) OR n.weighing <> coalesce(t.weighing, 0) OR"
      " n.gold_answers <> coalesce(a.gold_answers, 0) OR n.gold_right <> coalesce(a.gold_right, 0) OR n.gold_standing "
      "<> "
      "coalesce(a.gold_standing, 0) THEN 1 ELSE 0 END AS "
      "bad"
      " FROM project_count n LEFT JOIN (SELECT project_id, count(*) AS n, sum(CASE WHEN lane = 10 AND state <> 3 THEN "
      "1 ELSE 0 END) "
      "AS gold,"
      " sum(leases) AS leases, sum(answers) AS answers, sum(CASE WHEN state = 2 AND lane < 10 THEN 1 ELSE 0 END) AS "
      "done,"
      " sum(CASE WHEN state = 3 THEN 1 ELSE 0 END) AS retired, sum(CASE WHEN state = 5 THEN 1 ELSE 0 "
      "END) AS weighing,"
      " max(id) AS top FROM task GROUP BY project_id) t ON t.project_id = n.project_id"
      " LEFT JOIN (SELECT project_id, sum(CASE WHEN state = 2 THEN 1 ELSE 0 END) AS rejected, sum(CASE WHEN state = 1 "
      "THEN 1 ELSE 0"
      " END) AS approved, sum(CASE WHEN state = 3 THEN 1 ELSE 0 END) AS sent_back, sum(CASE WHEN gold_right IS NULL "
      "THEN 0 "
      "ELSE 1 END) AS gold_answers, sum(CASE WHEN gold_right IS NOT NULL AND state IN (0, 1) THEN 1 ELSE 0 END) AS "
      "gold_standing, coalesce(sum(gold_right), 0) AS gold_right FROM annotation GROUP BY project_id) a ON "
      "a.project_id = n.project_id) AS x"}},
    {"tasks that are paid for are in the queue, but for those that still come into it",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT t.id AS id, CASE WHEN "
      "n.opened_to > n.funded_to OR (t.state = 0 AND t.id <= n.opened_to) OR (t.state NOT IN (0, 3) AND t.id > "
      "n.opened_to) THEN 1 ELSE 0 END AS bad" TASK_JOINED " WHERE p.state IN (1, 2)) AS x"}},
    {"every done task has a label",
     {"SELECT coalesce(sum(CASE WHEN l.task_id IS NULL THEN 1 ELSE 0 END), 0), min(CASE WHEN l.task_id IS NULL THEN "
      "t.id END),"
      " count(*) FROM task t LEFT JOIN task_label l ON l.project_id = t.project_id AND l.task_id = t.id WHERE t.state "
      "= 2"}},
    {"what a project has reserved is what its live offers hold, and none of a closed project",
     {"SELECT coalesce(sum(CASE WHEN d.reserved <> coalesce(o.held, 0) OR coalesce(o.bad, 0) > 0 OR (p.state <> 1 AND"
      " d.reserved > 0) THEN 1 ELSE 0 END), 0), min(CASE WHEN d.reserved <> coalesce(o.held, 0) OR coalesce(o.bad, 0) "
      "> 0"
      " OR (p.state <> 1 AND d.reserved > 0) THEN d.project_id END), count(*) FROM project_dispatch d JOIN project p ON"
      " p.id = d.project_id LEFT JOIN (SELECT project_id, sum(remaining) AS held, sum(CASE WHEN remaining < 1 OR"
      " remaining > tasks THEN 1 ELSE 0 END) AS bad FROM offer WHERE state < 2 GROUP BY project_id) o"
      " ON o.project_id = d.project_id"}},
    {"live offers, leases and answers together are no more than the answers wanted",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT n.project_id AS id, CASE"
      " WHEN d.reserved > 0 AND d.reserved + n.leases + n.submitted + n.approved > (SELECT coalesce(sum(CASE WHEN "
      "t.state"
      " = 3 THEN t.answers + t.leases ELSE " MOST " END), 0) FROM task t WHERE t.project_id = n.project_id AND t.id <= "
      "n.funded_to) THEN 1 ELSE 0 END AS bad FROM project_count n JOIN project p ON p.id ="
      " n.project_id JOIN project_dispatch d ON d.project_id = n.project_id) AS x"}},
    {"a worker's gold answers in a project are what their answers say",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT w.worker_id AS id, CASE "
      "WHEN w.gold_answers <> coalesce(a.n, 0) OR w.gold_right <> coalesce(a.r, 0) OR w.sent_back <> coalesce(a.b, 0) "
      "THEN 1 ELSE 0 END AS bad FROM worker_project w LEFT JOIN (SELECT project_id, worker_id, sum(CASE WHEN "
      "gold_right "
      "IS NULL THEN 0 ELSE 1 END) AS n, coalesce(sum(gold_right), 0) AS r, sum(CASE WHEN state = 3 THEN 1 ELSE 0 END) "
      "AS b FROM annotation GROUP BY project_id, worker_id) a ON a.project_id = w.project_id AND a.worker_id = "
      "w.worker_id) AS x"}},
    {"a worker's answers in a project are counted as they stand",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT w.worker_id AS id, CASE "
      "WHEN w.answers <> coalesce(a.n, 0) OR w.approved <> coalesce(a.approved, 0) OR w.rejected <> "
      "coalesce(a.rejected, 0) THEN 1 ELSE 0 END AS bad FROM worker_project w LEFT JOIN (SELECT project_id, worker_id,"
      " count(*) AS n, sum(CASE WHEN state = 1 THEN 1 ELSE 0 END) AS approved, sum(CASE WHEN state = 2 THEN 1 ELSE 0 "
      "END) AS rejected FROM annotation GROUP BY project_id, worker_id) a ON a.project_id = w.project_id AND "
      "a.worker_id"
      " = w.worker_id) AS x"}},
    {"an answer that stands has a lease that was answered, with the same pay",
     {"SELECT coalesce(sum(CASE WHEN l.state = 1 AND l.transfer_id = a.transfer_id THEN 0 ELSE 1 END), 0), min(CASE "
      "WHEN"
      " l.state = 1 AND l.transfer_id = a.transfer_id THEN NULL ELSE a.id END), count(*) FROM annotation a LEFT JOIN "
      "lease l ON l.project_id = a.project_id AND l.worker_id = a.worker_id AND l.task_id = a.task_id WHERE a.state IN "
      "(0, 1)"}},
    {"answers are judged by gold where their task is gold, and nowhere else",
     {"SELECT coalesce(sum(CASE WHEN (t.lane = 10) = (a.gold_right IS NOT NULL) THEN 0 ELSE 1 END), 0), min(CASE WHEN "
      "(t.lane = 10) = (a.gold_right IS NOT NULL) THEN NULL ELSE a.id END), count(*) FROM annotation a JOIN task t ON "
      "t.project_id = a.project_id AND t.id = a.task_id WHERE a.state IN (0, 1)"}},
    {"an answer that was sent back has a live lease",
     {"SELECT coalesce(sum(CASE WHEN l.state = 0 THEN 0 ELSE 1 END), 0), min(CASE WHEN l.state = 0 THEN NULL ELSE a.id "
      "END), count(*) FROM annotation a LEFT JOIN lease l ON l.project_id = a.project_id AND l.worker_id = a.worker_id "
      "AND l.task_id = a.task_id WHERE a.state = 3"}},
    {"open contests are about missed gold, and each project counts its own",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT n.project_id AS id, "
      "CASE "
      "WHEN n.contests <> coalesce(c.n, 0) OR coalesce(c.odd, 0) > 0 THEN 1 ELSE 0 END AS bad FROM project_count n "
      "LEFT "
      "JOIN (SELECT c.project_id, count(*) AS n, sum(CASE WHEN a.gold_right = 0 THEN 0 ELSE 1 END) AS odd FROM contest "
      "c"
      " LEFT JOIN annotation a ON a.project_id = c.project_id AND a.task_id = c.task_id AND a.worker_id = c.worker_id"
      " WHERE c.state = 0 GROUP BY c.project_id) c ON c.project_id = n.project_id) AS x"}},
    {"a crew with members has a coordinator, and its watches and its channel are members' own",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT k.id AS id, CASE WHEN"
      " (EXISTS (SELECT 1 FROM crew_member m WHERE m.crew_id = k.id) AND NOT EXISTS (SELECT 1 FROM crew_member m WHERE"
      " m.crew_id = k.id AND m.role = 1)) OR EXISTS (SELECT 1 FROM crew_watch w LEFT JOIN crew_member m ON m.crew_id ="
      " w.crew_id AND m.person_id = w.person_id WHERE w.crew_id = k.id AND w.counted = 0 AND m.person_id IS NULL) OR"
      " EXISTS (SELECT 1 FROM alert_channel a LEFT JOIN crew_member m ON m.crew_id = a.crew_id AND m.person_id ="
      " a.person_id WHERE a.crew_id = k.id AND m.person_id IS NULL) THEN 1 ELSE 0 END AS bad FROM crew k) AS x"}},
    {"pay for courses is held or paid for their learners once each, and a closed course keeps nothing else",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT k.id AS id, CASE WHEN"
      " coalesce(t.odd, 0) > 0 OR coalesce(f.n, 0) <> coalesce(t.held, 0) OR (k.state = 2 AND"
      " coalesce(a.credits_posted - a.debits_posted - a.debits_pending, 0) <> 0) THEN 1 ELSE 0 END AS bad FROM course k"
      " LEFT JOIN account a ON a.id = k.id LEFT JOIN (SELECT project_id, count(*) AS n FROM transfer WHERE kind = 5 AND"
      " state <> 2 GROUP BY project_id) f ON f.project_id = k.id LEFT JOIN (SELECT y.course_id, count(*) AS held,"
      " sum(CASE WHEN x.id IS NULL OR x.kind <> 5 OR x.credit_account <> y.person_id OR x.amount_micros <> c.pay_micros"
      " OR (y.paid_usec > 0 AND (x.state <> 1 OR y.passed_usec = 0 OR y.hold_usec <> 0)) OR (y.paid_usec = 0 AND"
      " (x.state <> 0 OR y.hold_usec = 0)) THEN 1 ELSE 0 END) AS odd FROM course_try y JOIN course c ON c.id ="
      " y.course_id LEFT JOIN transfer x ON x.project_id = y.course_id AND x.id = y.transfer_id WHERE y.transfer_id > 0"
      " GROUP BY y.course_id) t ON t.course_id = k.id) AS z"}},
    {"each payout is one transfer of its person's money, in the same state, and nothing else is paid out",
     {"SELECT coalesce(sum(bad), 0), min(CASE WHEN bad = 1 THEN id END), count(*) FROM (SELECT t.id AS id, CASE WHEN"
      " y.id IS NULL OR y.person_id <> t.debit_account OR t.credit_account <> 2 OR y.amount_micros <> t.amount_micros "
      "OR"
      " (CASE WHEN y.state = 3 THEN 2 ELSE y.state END) <> t.state THEN 1 ELSE 0 END AS bad FROM transfer t LEFT JOIN"
      " payout y ON y.transfer_id = t.id WHERE t.kind = 6 UNION ALL SELECT y.id, CASE WHEN t.id IS NULL THEN 1 ELSE 0"
      " END FROM payout y LEFT JOIN transfer t ON t.project_id = 0 AND t.id = y.transfer_id AND t.kind = 6) AS x"}},
    {"event numbers have no gaps",
     {"SELECT CASE WHEN count(*) = coalesce(max(seq), 0) - coalesce(min(seq), 1) + 1 AND coalesce(max(seq), 0) ="
      " (SELECT CAST(value AS @INT@) FROM setting WHERE name = 'event_seq') THEN 0 ELSE 1 END, coalesce(max(seq), 0), "
      "count(*)"
      " FROM event"}},
};

_Static_assert(sizeof invariants / sizeof *invariants <= AUDIT_CHECKS_MAX, "room for all checks");

static err check_run(struct store_conn *c, const struct invariant *invariant, struct audit_check *check) {
    bool has_row;
    struct statement *s = statement(c, &invariant->broken);
    TRY(statement_one(s, &has_row));
    int64_t broken = has_row ? statement_col_int(s, 0) : 1;
    *check = (struct audit_check){.name = invariant->name, .ok = broken == 0};
    if (broken)
        snprintf(check->detail, sizeof check->detail, "%lld broken, for example id %lld", (long long)broken,
                 (long long)statement_col_int(s, 1));
    else
        snprintf(check->detail, sizeof check->detail, "%lld looked at", (long long)statement_col_int(s, 2));
    statement_end(s);
    return OK;
}

err audit_run(struct store_conn *c, struct audit_check checks[AUDIT_CHECKS_MAX], int *count, bool *all_ok) {
    *count = 0;
    *all_ok = true;
    TRY(store_begin(c));
    /* These read whole tables: the one place where PostgreSQL should scan them. */
    err e = store_kind(store_of(c)) == STORE_POSTGRES ? store_script(c, "SET LOCAL enable_seqscan = on") : OK;
    for (size_t i = 0; e == OK && i < sizeof invariants / sizeof *invariants; i++) {
        e = check_run(c, &invariants[i], &checks[i]);
        if (e != OK) break;
        *all_ok = *all_ok && checks[i].ok;
        ++*count;
    }
    store_rollback(c);
    return e;
}
