/* commands.h - every write of the product: its arguments and its kind. Texts are borrowed for the life of the command.
 *
 * What has been checked before a command is made: bounds and types of every argument (api/decode), the label config and
 * answers against it (domain/label_config; configs never change once a project is published). What the command checks
 * itself, because only the transaction knows: existence, ownership, state, balance.
 *
 * Replies (JSON) are named at each struct. To add a command: a struct and a kind here, its run in one of *_cmd.c, the
 * route in api/openapi.yaml. */
#pragma once
#include <jansson.h>

#include "core/command.h"
#include "domain/alert.h"
#include "domain/project.h"
#include "domain/qualification.h"
#include "send/outbox.h"

/* --- people_cmd.c --- */
struct person_create {
    int64_t id;
    str handle, display_name, password_hash, language;
    unsigned roles;
}; /* {"id"} */
struct person_update {
    int64_t id;
    bool has_roles, has_disabled, disabled;
    unsigned roles;
}; /* {"id"} */
struct person_credit {
    int64_t id;
    int64_t amount_micros;
    const char *note;
};                       /* {"transfer"} */
struct person_password { /* {} ends sessions. refused: the current password was wrong; only a receipt can still say
                            otherwise */
    int64_t id;
    str password_hash;
    bool keep_session, refused;
    str session_hash;
};
struct me_update {
    bool has_display_name, has_language;
    str display_name, language;
}; /* {} */
struct me_delete {
    int unused;
}; /* {} */
struct session_create {
    int64_t person_id;
    str token_hash, device_hash; /* of the browser's mark */
    int64_t expires_usec;
}; /* {} */
struct session_delete {
    str token_hash;
}; /* {} */
struct token_create {
    int64_t id;
    str name, token_hash;
    unsigned scopes;
    int64_t expires_usec;
}; /* {"id"} */
struct token_delete {
    int64_t id;
}; /* {} */
struct token_used {
    int64_t id;
}; /* {} */
extern const struct command_kind cmd_person_create, cmd_person_update, cmd_person_credit, cmd_person_password,
    cmd_me_update, cmd_me_delete, cmd_session_create, cmd_session_delete, cmd_token_create, cmd_token_delete,
    cmd_token_used;

/* --- project_cmd.c --- */
struct project_fields { /* what a requester sets; has_* tells what a change names */
    bool has_title, has_description, has_instructions, has_label_config, has_price, has_overlap, has_task_seconds,
        has_approve_seconds, has_gold_permille, has_pack_tasks, has_pack_seconds, has_overlap_rule, has_overlap_min,
        has_target_permille, has_review_permille;
    str title, description, instructions, label_config;
    int64_t price_micros, overlap, task_seconds, approve_seconds, gold_permille, pack_tasks, pack_seconds, overlap_rule,
        overlap_min, target_permille, review_permille;
};
struct project_create {
    int64_t id;
    struct project_fields fields;
}; /* {"id"} */
struct project_update {
    int64_t id;
    struct project_fields fields;
}; /* {"id"} */
struct project_step_args {
    int64_t id;
    enum project_step step;
}; /* {"id"} */
extern const struct command_kind cmd_project_create, cmd_project_update, cmd_project_step;
struct tx_project;
/* Funds and opens what waits; nothing is written when refused. Used by the step and by schedules. */
err project_publish(struct tx *tx, struct tx_project *project, int64_t now_usec, struct problem *p);
/* Puts the next tasks that are paid for into the queue: publishing begins with it and tick goes on. */
err project_open_more(struct tx *tx, struct tx_project *project);

/* --- work_cmd.c --- */
struct work_take {
    int64_t project_id;
}; /* {"task","deadline_usec","price_micros"} */
struct work_submit {
    int64_t project_id, task_id;
    str result, answer_key; /* JSON texts; the key from label_config_answer_key */
    int gold_right;         /* 1, 0, or -1: the task is not gold */
    const char *gold;       /* what it was judged by; judged again if the gold has changed meanwhile. NULL: none */
    int64_t measured_usec;
    bool take_next;
    bool ticket;     /* the client has proof that this task was given to it, whatever the lease rows say */
    bool same_again; /* the same answer once more is no error: its reply is given again */
}; /* {"annotation","state","price_micros","pending_micros","late","next": {"task","deadline_usec","price_micros"} |
      null} */
enum give_back { GIVE_SKIP, GIVE_RETURN, GIVE_REPORT };
struct work_give_back {
    int64_t project_id, task_id;
    enum give_back why;
    str reason;
    bool take_next;
}; /* {"next"} */
struct work_heartbeat {
    int64_t project_id, task_id;
}; /* {"deadline_usec"} */
extern const struct command_kind cmd_work_take, cmd_work_submit, cmd_work_give_back, cmd_work_heartbeat;

/* --- pack_cmd.c --- */
/* Tops up what the worker's pack holds to `count` tasks or `bytes` of task data, whatever comes first. Old and new
 * ones:
 * {"leases": [{"task","deadline_usec","price_micros"}]} in the order they were taken. */
struct pack_take {
    int64_t project_id;
    int64_t count, bytes;
};
/* Gives back tasks of the pack; those that are not held are passed over. {"returned"} */
struct pack_return {
    int64_t project_id;
    const int64_t *ids;
    size_t count;
};
/* Several answers, each a work_submit with its own request id and receipt. One that was refused before it became a
 * command has its outcome already. */
struct work_answer {
    struct work_submit submit;
    str request_id;
    unsigned char request_hash[16];
    err outcome;
    struct problem *problem; /* never NULL */
};
struct work_answers {
    int64_t project_id;
    struct work_answer *items;
    size_t count;
    bool take_next;
    int64_t seen; /* of the reply */
}; /* {"answers": [{"request_id", "status": 200, "reply": that of work_submit} | {"request_id", "status", "code",
      "detail"}], "next"} */
extern const struct command_kind cmd_pack_take, cmd_pack_return, cmd_work_answers;

/* --- offer_cmd.c --- */
struct offer_answer {
    int64_t project_id, offer_id;
    bool accept;
    int64_t tasks; /* of it; 0 = all */
}; /* accept: {"offer","project","tasks","lease": {"task","deadline_usec","price_micros"} | null}; decline: {} */
struct wish_save {
    bool wants_offers, chosen_only, tell_empty;
    int64_t weekly_minutes, quiet_from, quiet_to, utc_offset_minutes, least_hour_micros, device, link_usec;
    bool has_link;
    str time_zone;
}; /* {} */
struct wish_project {
    int64_t project_id;
    int wanted;   /* 1, 0, or -1: no wish */
};                /* {} */
struct presence { /* who connected and who left, sorted by id */
    const int64_t *ids;
    const bool *here;
    size_t count;
};                            /* {} */
struct project_dispatch_set { /* has_*: what changes */
    int64_t project_id;
    bool has_rule, has_away, has_person_max, has_crew, has_deadline, has_device, has_publish, has_repeat, has_budget,
        has_expected;
    int64_t rule, away_permille, person_max, crew_id, deadline_usec, device, publish_usec, repeat_days, budget_micros,
        expected_tasks;
}; /* {"id"} */
struct dispatch_limits_set {
    bool has_away_min, has_away_max, has_weekly, has_race, race;
    int64_t away_min, away_max, weekly_minutes;
}; /* {} */
extern const struct command_kind cmd_offer_answer, cmd_wish_save, cmd_wish_project, cmd_presence,
    cmd_project_dispatch_set, cmd_dispatch_limits_set;

/* --- review_cmd.c --- */
struct annotation_decide {
    int64_t project_id;
    const int64_t *ids;
    size_t count;
    bool approve;
    str reason;
}; /* {"decided"} */
struct task_update {
    int64_t project_id, task_id;
    bool retire;
    bool has_priority;
    int64_t priority;
}; /* {} */
extern const struct command_kind cmd_annotation_decide, cmd_task_update;

/* --- review_more_cmd.c --- */
struct task_fix { /* a reviewer's result for a task: its label, or an opinion. {} */
    int64_t project_id, task_id;
    str result, answer_key, comment; /* empty result: the fix goes */
};
struct task_more {
    int64_t project_id, task_id;
    int64_t more;
}; /* {"wanted","cost_micros"} */
struct reviewer_set {
    int64_t project_id;
    str handle;
    bool remove;
}; /* {} */
/* send_back takes struct annotation_decide; reason is the comment. {"decided"} */
extern const struct command_kind cmd_annotation_send_back, cmd_task_fix, cmd_task_more, cmd_opinion_set,
    cmd_reviewer_set;

/* --- estimate_cmd.c: what the estimate job found --- */
struct fit_worker {
    int64_t id, answers, median_usec;
    double accuracy, low, high;
};
struct fit_signal {
    int64_t worker_id, other_id, answers;
    int kind; /* enum fs_signal_kind */
    double strength, seen, usual;
};
struct fit_save {
    int64_t project_id, version;
    const char *method, *parameters; /* parameters: JSON object */
    str summary;                     /* JSON object */
    int64_t answers, tasks, took_usec;
    int64_t fitted_before; /* fitted_at_answers when the answers were read */
    struct fit_worker *workers;
    size_t worker_count;
    struct fit_signal *signals;
    size_t signal_count;
}; /* {} */
struct estimate_row {
    int64_t task_id, answers;
    str label, soft;
    double posterior, raw;
};
struct estimate_rows {
    int64_t project_id, version;
    const struct estimate_row *rows;
    size_t count;
}; /* {} */
struct weigh_row {
    int64_t task_id, answers; /* answers there were when it was weighed */
    bool more;
    double posterior;
};
struct weigh {
    int64_t project_id;
    const struct weigh_row *rows;
    size_t count;
}; /* {} */
struct signal_decide {
    int64_t project_id, worker_id;
    int kind;
    bool confirm;
}; /* {} */
extern const struct command_kind cmd_fit_save, cmd_estimate_rows, cmd_weigh, cmd_signal_decide;

/* --- gold_cmd.c --- */
struct gold_set {
    int64_t project_id, task_id;
    const char *gold; /* result list text; NULL: the task is gold no more */
    const char *note; /* why it is right, for workers who missed it; may be NULL */
    int64_t more;     /* gold answers wanted beyond those it has */
};                    /* {} */
struct gold_promote { /* done tasks become gold by their label */
    int64_t project_id;
    const int64_t *tasks;
    size_t count;
    int64_t more;
}; /* {"promoted","cost_micros"} */
struct contest {
    int64_t project_id, task_id;
    str reason;
}; /* {} */
struct contest_decide {
    int64_t project_id, task_id;
    bool falls;
    const char *gold, *note; /* when it falls: the right answer, NULL = the task is gold no more */
    str reply;
}; /* {"decided"} */
extern const struct command_kind cmd_gold_set, cmd_gold_promote, cmd_contest, cmd_contest_decide;

/* --- import_cmd.c --- */
struct task_row {
    const char *external_id;               /* NULL = none */
    unsigned char key_hash[16];            /* task_key_hash */
    str data;                              /* JSON object text */
    const char *gold;                      /* `result` list text; NULL = not gold */
    const char *predictions, *annotations; /* JSON list texts or NULL */
    int priority;
};
/* Adds the rows that are not there yet. With an import, also moves its counters (all in one transaction).
 * {"added","repeated"} */
struct task_add {
    int64_t project_id, import_id; /* 0 = no import */
    const struct task_row *rows;
    size_t count;
    int64_t handled_rows, handled_bytes; /* of the import's file, after these rows */
};
enum import_state { IMPORT_UPLOADING, IMPORT_CHECKING, IMPORT_IMPORTING, IMPORT_DONE, IMPORT_FAILED };
struct import_create {
    int64_t id, project_id;
    str file_name, format;
    bool good_rows;
    int64_t bytes;
}; /* {"id"} */
struct import_received {
    int64_t id;
    int64_t received_bytes;
}; /* {} */
struct import_start {
    int64_t id;
}; /* {"id"} */
struct import_progress {
    int64_t id;
    int64_t handled_bytes, rows, wrong;
}; /* {} */
struct import_state_set {
    int64_t id;
    enum import_state state;
    int64_t rows, wrong;
    const char *error;
    str report;
}; /* {} */
extern const struct command_kind cmd_task_add, cmd_import_create, cmd_import_received, cmd_import_start,
    cmd_import_progress, cmd_import_state_set;
/* BLAKE2b-128 of the external id, or of the data in canonical form (sorted keys): what makes two rows the same task. */
void task_key_hash(const char *external_id, const json_t *data, unsigned char hash[16]);

/* --- alert_cmd.c: how a person is told of work --- */
struct alert_setting_update {
    bool has_quiet, has_offset, has_digest, has_mute;
    int quiet_from, quiet_to, utc_offset_minutes, digest_minute;
    int64_t muted_until_usec;
};                       /* {} */
struct alert_rule_save { /* makes the rule when `is_new` */
    int64_t id;
    bool is_new;
    struct alert_rule rule;
}; /* {"id"} */
struct alert_rule_delete {
    int64_t id;
}; /* {} */
struct alert_channel_add {
    int64_t id;
    int kind; /* enum send_channel */
    bool on;  /* needs no code */
    str name, address, secret;
    str code_hash, code; /* code: to be sent to the address; "" = the person brings it to us */
};                       /* {"id"} the same channel again gives the id of the first */
struct alert_channel_confirm {
    int64_t id;
    str code_hash;
}; /* {"id"} */
struct alert_channel_args {
    int64_t id;
}; /* {} */
extern const struct command_kind cmd_alert_setting_update, cmd_alert_rule_save, cmd_alert_rule_delete,
    cmd_alert_channel_add, cmd_alert_channel_confirm, cmd_alert_channel_delete, cmd_alert_channel_test,
    cmd_alert_channel_resume;

/* --- rating.c: what workers think of requesters --- */
struct rating_save {
    int64_t requester_id, pay, fairness, clarity;
}; /* {} */
struct rating_drop {
    int64_t requester_id;
}; /* {} */
extern const struct command_kind cmd_rating_save, cmd_rating_drop;

/* --- alert_answer_cmd.c: what people write or press on a channel --- */
enum alert_verb { ANSWER_NONE, ANSWER_LINK, ANSWER_ACCEPT, ANSWER_MUTE, ANSWER_STOP, ANSWER_GONE, ANSWER_UNSUBSCRIBE };
struct alert_answer {
    int kind;       /* enum send_channel */
    str chat, from; /* where it was said and by whom; the same in a private chat */
    enum alert_verb verb;
    int64_t alert_id, channel_id; /* accept; unsubscribe */
    str code_hash;                /* link */
    bool reply;                   /* what is said goes through the outbox, not in the answer of the request */
};                                /* {"say": sentence in the person's language or ""} */
struct alert_delivery {           /* the service tells later what became of a message */
    str provider_id, detail;
    bool failed;
}; /* {} */
extern const struct command_kind cmd_alert_answer, cmd_alert_delivery;

/* --- training_cmd.c, course_cmd.c: qualifications, what projects ask for, courses --- */
struct qualification_save {
    int64_t id;
    bool is_new;
    str name, description;
}; /* {"id"} */
struct qualification_give {
    int64_t qualification_id, person_id, score; /* score -1: take it away */
};                                              /* {} */
struct requirements_set {
    int64_t project_id;
    const struct requirement *items;
    int count;
}; /* {} */
struct course_part {
    int kind;                       /* 0 lesson 1 practice 2 question of the exam */
    str text, choices, explanation; /* choices: JSON list */
    int64_t right_choice;
};
struct course_save { /* drafts only */
    int64_t id;
    bool is_new;
    int64_t qualification_id, pass_percent, exam_questions, retry_seconds;
    int64_t gold_project_id, pay_micros; /* 0 = none */
    str title, description;
    const struct course_part *parts;
    int part_count;
}; /* {"id"} */
struct course_step {
    int64_t id;
    bool open;      /* or close */
    int64_t places; /* of a paid one: for how many who pass the pay is reserved */
};                  /* {} */
struct course_fund_args {
    int64_t id, places;
}; /* {} */
struct course_practice {
    int64_t course_id, position, choice;
}; /* {"right": bool} */
struct course_exam_begin {
    int64_t course_id;
    uint64_t seed;
}; /* {"questions": [positions, or ids of gold tasks], "project": of these, or 0} the same while an exam is open */
struct course_exam_end {
    int64_t course_id;
    const int64_t *choices; /* to questions of the course */
    const str *results;     /* `result` lists, to gold tasks; NULL = choices */
    size_t count;
}; /* {"percent","passed","next_usec","paid_micros"} */
extern const struct command_kind cmd_qualification_save, cmd_qualification_give, cmd_requirements_set, cmd_course_save,
    cmd_course_step, cmd_course_fund, cmd_course_practice, cmd_course_exam_begin, cmd_course_exam_end;

/* --- crew_cmd.c, crew_wake_cmd.c: workers who work together --- */
struct crew_save { /* makes the crew when `is_new`, its maker coordinates */
    int64_t id;
    bool is_new;
    str name, rules, chat_url;
    int64_t night_from, night_to, utc_offset_minutes, wakes_max;
}; /* {"id"} */
struct crew_invite {
    int64_t crew_id;
    str code_hash; /* empty: nobody can join any more */
    int64_t until_usec;
}; /* {"id"} */
struct crew_join {
    str code_hash;
}; /* {"id"} */
struct crew_person {
    int64_t crew_id, person_id; /* 0 = oneself */
};                              /* {} */
struct crew_member_set {
    int64_t crew_id, person_id; /* 0 = oneself */
    bool has_role, has_shows_load, has_watches, has_woken, shows_load, watches, woken;
    int64_t role;
}; /* {"id"} */
enum crew_watch_verb { CREW_WATCH_OFFER, CREW_WATCH_KEEP, CREW_WATCH_TAKE };
struct crew_watch_step {
    int64_t crew_id, watch_id;
    enum crew_watch_verb step;
}; /* {"id"} */
struct crew_wake {
    int64_t crew_id, project_id;
    str message;
}; /* {"told","wakes_left"} */
struct crew_channel {
    int64_t crew_id, id; /* id 0: the crew has none any more */
    str code_hash;
    int64_t until_usec;
}; /* {"id"} */
extern const struct command_kind cmd_crew_save, cmd_crew_invite, cmd_crew_join, cmd_crew_leave, cmd_crew_member_set,
    cmd_crew_watch_step, cmd_crew_wake, cmd_crew_channel;

/* --- signal_cmd.c: what accounts have in common --- */
struct account_signal_review {
    int64_t kind; /* enum account_signal */
    str hash, note;
}; /* {} */
extern const struct command_kind cmd_account_signal_review;

/* --- outbox_cmd.c: a sender's turn --- */
struct outbox_turn {
    int lane, max;
    const struct send_result *results;
    int result_count;
    const struct send_config *config;
    const unsigned char *secret; /* of the server, 32 bytes */
    const char *currency;
    struct arena *arena; /* for the messages */
    struct send_message **messages;
    int *count;
    bool *more;
};
struct outbox_release {
    int node;
};
extern const struct command_kind cmd_outbox_turn, cmd_outbox_release;

/* --- tick.c --- */
/* Expires leases, approves answers whose delay has passed, drops old sessions and receipts, renews medians; at most a
 * few hundred of each. Ends and makes offers, publishes what is scheduled (dispatch_step.c). {"more": bool} */
struct tick_args {
    int64_t *receipt_cursor;
    int64_t *counted_usec; /* when the answers of the week were last counted; NULL: they are not */
};
extern const struct command_kind cmd_tick;

/* Settles one waiting answer; used by review and tick. Skips (decided = false) what is decided already. */
err annotation_settle(struct tx *tx, int64_t project_id, int64_t annotation_id, bool approve, str reason,
                      int64_t now_usec, bool *decided);
/* Money from the project's escrow back to its owner. */
err escrow_return(struct tx *tx, const struct tx_project *project, int64_t amount_micros, int64_t now_usec);
/* Gives the money that a completed project no longer owes back to its owner. */
err project_sweep(struct tx *tx, int64_t project_id, int64_t now_usec);
/* The lease is over without an answer: voids its pay, opens the task again. */
err lease_end(struct tx *tx, int64_t project_id, int64_t task_id, int64_t worker_id, int new_state, int64_t now_usec);

/* --- setting_cmd.c --- */
/* --- payout_cmd.c --- */
struct payout_ask {
    int64_t id, amount_micros;
    str method, address, holder;
}; /* {"id"} */
struct payout_take_back {
    int64_t id;
};                     /* {} */
struct payout_decide { /* all or none of them */
    const int64_t *ids;
    size_t count;
    bool paid;
    str reference, reason; /* of who was paid; of who was not */
};                         /* {"decided"} */
extern const struct command_kind cmd_payout_ask, cmd_payout_take_back, cmd_payout_decide;

/* The settings that a database starts with; a currency that is set stays, signup ("open", "closed") too unless it
 * changes. {} */
struct settings_init {
    str currency, signup;
    bool signup_changes;
};
/* What the operator limits, by name: kept as setting "limit.NAME" from the first change on. An event tells who changed
 * what. {} */
struct limit_change {
    const char *name;
    int64_t value, usual; /* usual: what holds while nothing is set */
};
struct limits_set {
    const struct limit_change *changes;
    size_t count; /* up to LIMIT_CHANGES_MAX */
    bool has_signup, signup_open;
    bool has_methods;
    str methods; /* of payouts, see domain/payout.h */
};
enum { LIMIT_CHANGES_MAX = 8 };
extern const struct command_kind cmd_settings_init, cmd_limits_set;
