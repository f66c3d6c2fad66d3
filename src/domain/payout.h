/* payout.h - money that leaves to a person. Pure.
 *
 *   asked --paid--> paid           the transfer, pending since it was asked for, is posted
 *         \-refused-> refused      it is voided: the money is the person's again
 *         \-taken back-> taken back
 *
 * One at a time of each person; nothing but `asked` is ever decided. The operator pays outside of Faena and writes down
 * the reference; what Faena keeps is that the money was held meanwhile and left once. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

/* The values stand in the database. */
enum payout_state { PAYOUT_ASKED, PAYOUT_PAID, PAYOUT_REFUSED, PAYOUT_TAKEN_BACK };

enum { PAYOUT_LEAST_MICROS = 1000000 }; /* unless the operator has set another */
struct payout_terms {
    bool on;
    int64_t least_micros;
    str methods; /* "bank, mobile money": what may be chosen; "" = anything */
};

/* OK, or ERR_CONFLICT (payouts are off), or ERR_INVALID with the fields. */
err payout_check(const struct payout_terms *terms, int64_t amount_micros, str method, struct problem *p);

/* The n-th method of a list, without the spaces around it; "" past the end. */
str payout_method(str methods, int n);

/* What makes two addresses the same: letters and digits, in lower case. Written to out (bounded), returned. */
enum { PAYOUT_KEY_BYTES = 256 };
str payout_address_key(str address, char out[PAYOUT_KEY_BYTES]);

/* A cell of a table that a spreadsheet may open: never the beginning of a formula. A "+" stays before digits, as in
 * telephone numbers. */
bool payout_cell_is_formula(str cell);
