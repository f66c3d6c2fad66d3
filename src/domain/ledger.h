/* ledger.h - double entry: what a transfer does to its two accounts. Pure.
 *
 *   pend -> post        (lease taken, answer approved)
 *   pend -> void        (returned, expired, rejected)
 *   post                (credit, reserve, refund: at once)
 *   pend -> post | void (pay for passing a course, held from its beginning on)
 *   pend -> post | void (payout: asked for, then paid or refused)
 *
 * Amounts are micro-units, 0 < amount <= MONEY_MICROS_MAX (0 is allowed for unpaid work). Invariants:
 *  1. Each step moves the same amount on both sides, so over all accounts credits equal debits, posted and pending.
 *  2. available(account) >= 0 for every account but the source of test money.
 *  3. Sums never pass INT64_MAX (checked; ERR_INVALID). */
#pragma once
#include <stdint.h>

#include "base/err.h"

enum account_kind { ACCOUNT_SOURCE = 1, ACCOUNT_PERSON = 2, ACCOUNT_ESCROW = 3, ACCOUNT_PAID_OUT = 4 };
enum transfer_kind {
    TRANSFER_CREDIT = 1,
    TRANSFER_RESERVE = 2,
    TRANSFER_PAY = 3,
    TRANSFER_REFUND = 4,
    TRANSFER_COURSE = 5,
    TRANSFER_PAYOUT = 6
};
enum transfer_state { TRANSFER_PENDING, TRANSFER_POSTED, TRANSFER_VOIDED };
enum { ACCOUNT_SOURCE_ID = 1, ACCOUNT_PAID_OUT_ID = 2 };

struct account {
    int64_t id;
    enum account_kind kind;
    int64_t debits_posted, credits_posted;   /* micro-units */
    int64_t debits_pending, credits_pending; /* micro-units */
};

/* What can leave the account now: posted credits less posted and pending debits. */
int64_t account_available(const struct account *a);

/* Each returns OK and has changed both accounts, or an outcome and has changed none: ERR_SHORT_BALANCE with
 * missing_micros, ERR_INVALID for an amount out of bounds. */
err ledger_pend(struct account *debit, struct account *credit, int64_t amount, struct problem *p);
err ledger_post(struct account *debit, struct account *credit, int64_t amount, struct problem *p);
/* Of a pending transfer; that less is pending than the amount is a bug. */
void ledger_settle(struct account *debit, struct account *credit, int64_t amount);
void ledger_void(struct account *debit, struct account *credit, int64_t amount);
