/* signal.h - what several accounts have in common: the browser that logged in, an address that alerts go to. It is
 * written down for a reviewer to look at. Nothing happens to anybody by itself: families share telephones, and cafés
 * computers. */
#pragma once
#include "core/tx.h"

/* The values stand in the database. Payout addresses are noted when money is asked for (payout_cmd.c). */
enum account_signal { SIGNAL_DEVICE = 1, SIGNAL_PAYOUT = 2, SIGNAL_CONTACT = 3 };
err signal_note(struct tx *tx, enum account_signal kind, str hash, int64_t person_id, int64_t now_usec);
/* An address of an alert channel that belongs to a person; groups and browsers are none. */
err signal_note_address(struct tx *tx, int channel_kind, str address, int64_t person_id, int64_t now_usec);
