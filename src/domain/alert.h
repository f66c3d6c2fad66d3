/* alert.h - whether and when a person is told of work. Pure.
 *
 * A person has rules; one that fits is enough. Nobody is woken unless they said what is worth it: in quiet hours an
 * alert waits for their end, except for work that pays at least the rule's `urgent_hour_micros`. What was silenced by
 * hand (mute) stays silent whatever it pays. Then it is looked at again whether the work is still there. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"
#include "domain/label_config.h"

enum { ALERT_RULES_MAX = 20, ALERT_CHANNELS_MAX = 10, ALERT_DAY_MINUTES = 1440 };
/* Between two alerts on the same project, and how long one is worth sending after its time. */
#define ALERT_GAP_USEC (INT64_C(30) * 60 * 1000000)
#define ALERT_LIFE_USEC (INT64_C(6) * 3600 * 1000000)

struct alert_rule {
    int64_t id;
    int64_t project_id, requester_id, qualification_id; /* 0 = any */
    enum work_kind kind;
    int64_t rating_tenths; /* requester rated at least so; 0 = any. Who is not rated yet does not fit */
    int64_t hour_micros;   /* pay per hour at least */
    int64_t tasks_min;
    int64_t urgent_hour_micros; /* from this pay on also in quiet hours; 0 = never */
    bool digest;                /* once a day, not at once */
};

struct alert_work {
    int64_t project_id, requester_id;
    int64_t hour_micros, tasks;
    unsigned kinds;                   /* label_config_kinds */
    int64_t rating_tenths;            /* of its requester; 0 = not shown yet */
    bool estimated;                   /* nobody has measured yet what an hour pays */
    const int64_t *qualification_ids; /* that the project asks for */
    size_t qualification_count;
};

struct alert_times {
    int quiet_from, quiet_to; /* minutes of the local day, 0..1439; equal = no quiet hours */
    int utc_offset_minutes;   /* local = UTC + this */
    int digest_minute;        /* of the local day */
    int64_t muted_until_usec;
};

enum alert_when { ALERT_NO, ALERT_SEND, ALERT_DIGEST };
struct alert_decision {
    enum alert_when when;
    int64_t not_before_usec; /* now, or after quiet hours, mute or until the digest */
    int64_t rule_id;
    bool urgent;
};

bool alert_rule_matches(const struct alert_rule *rule, const struct alert_work *work);
/* By the rule that tells soonest: at once before digest, urgent before quiet. */
void alert_decide(const struct alert_rule *rules, size_t count, const struct alert_work *work,
                  const struct alert_times *times, int64_t now_usec, struct alert_decision *decision);
/* When a message may go that is due now: now, or the end of quiet hours and mute. */
int64_t alert_hold(const struct alert_times *times, bool urgent, int64_t now_usec);
/* The next time that the local clock shows this minute, after now. */
int64_t alert_next_minute(int utc_offset_minutes, int minute, int64_t now_usec);

/* --- texts (alert_text.c), in es, en, fr, pt; other languages get es --- */
struct alert_facts {
    str project, currency;
    int64_t tasks, price_micros, hour_micros;
    bool estimated, offer; /* offer: held for this person until until_usec */
    int64_t until_usec;    /* 0 = while there is work */
    int utc_offset_minutes;
    int64_t now_usec;
};
void alert_title(str language, const struct alert_facts *f, struct buf *out);
void alert_text(str language, const struct alert_facts *f, struct buf *out);
void alert_until(str language, const struct alert_facts *f, struct buf *out); /* "14:30", "25/11 06:30" */
void alert_money(int64_t micros, str currency, struct buf *out);              /* "12.50 USD" */

enum alert_word {
    WORD_OPEN,
    WORD_ACCEPT,
    WORD_MUTE,
    WORD_STOP,
    WORD_UNSUBSCRIBE,
    WORD_DIGEST_TITLE, /* %lld projects */
    WORD_TEST_TITLE,
    WORD_TEST_TEXT,
    WORD_CODE_TITLE,
    WORD_CODE_TEXT, /* %s the code */
    SAY_LINKED,
    SAY_CODE_WRONG,
    SAY_MUTED,
    SAY_STOPPED,
    SAY_ACCEPTED,
    SAY_GONE,
    SAY_NOT_YOURS,
    SAY_HELP,
    WORD_CREW_WAKE,     /* %s who is on watch */
    WORD_CREW_HANDOVER, /* %s who looks for somebody */
    WORD_CREW_WORK,
    WORD_EMPTY_TITLE,
    WORD_EMPTY_TEXT, /* %lld hours in sight, rounded up; %lld hours wished */
    WORD_PAYOUT_TITLE,
    WORD_PAYOUT_PAID,    /* %s how much; %s reference */
    WORD_PAYOUT_REFUSED, /* %s how much; %s why */
    ALERT_WORDS
};
const char *alert_word(str language, enum alert_word word);
