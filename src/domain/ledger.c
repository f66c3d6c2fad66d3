#include "domain/ledger.h"

#include <assert.h>

#include "base/limits.h"

int64_t account_available(const struct account *a) { return a->credits_posted - a->debits_posted - a->debits_pending; }

static err check(const struct account *debit, const struct account *credit, int64_t amount, struct problem *p) {
    if (amount < 0 || amount > MONEY_MICROS_MAX)
        return problem_set(p, ERR_INVALID, "An amount must be from 0 to %lld micro-units.",
                           (long long)MONEY_MICROS_MAX);
    assert(debit->id != credit->id);
    int64_t sum;
    if (__builtin_add_overflow(debit->debits_posted + debit->debits_pending, amount, &sum) ||
        __builtin_add_overflow(credit->credits_posted + credit->credits_pending, amount, &sum))
        return problem_set(p, ERR_INVALID, "The account cannot hold that much.");
    if (debit->kind != ACCOUNT_SOURCE && account_available(debit) < amount) {
        if (p) p->missing_micros = amount - account_available(debit);
        return problem_set(p, ERR_SHORT_BALANCE, "The account is short of %lld micro-units.",
                           (long long)(amount - account_available(debit)));
    }
    return OK;
}

err ledger_pend(struct account *debit, struct account *credit, int64_t amount, struct problem *p) {
    TRY(check(debit, credit, amount, p));
    debit->debits_pending += amount;
    credit->credits_pending += amount;
    return OK;
}

err ledger_post(struct account *debit, struct account *credit, int64_t amount, struct problem *p) {
    TRY(check(debit, credit, amount, p));
    debit->debits_posted += amount;
    credit->credits_posted += amount;
    return OK;
}

void ledger_void(struct account *debit, struct account *credit, int64_t amount) {
    assert(amount >= 0 && debit->debits_pending >= amount && credit->credits_pending >= amount);
    debit->debits_pending -= amount;
    credit->credits_pending -= amount;
}

void ledger_settle(struct account *debit, struct account *credit, int64_t amount) {
    ledger_void(debit, credit, amount);
    debit->debits_posted += amount;
    credit->credits_posted += amount;
}
