/* pace.h - how fast a server may send: so many a second on a channel, so much time between two messages to an
 * address, and hosts that asked to be left alone for a while. Times are given; whoever shares it locks it. A table of
 * fixed size: when an entry is pushed out by another, a message may go a little early, which the service then says
 * itself. */
#pragma once
#include <stdint.h>

#include "base/str.h"

enum { PACE_ENTRIES = 4096, PACE_CHANNELS = 8 };
struct pace {
    struct {
        uint64_t key;
        int64_t free_usec;
    } entries[PACE_ENTRIES];
    int64_t channel_usec[PACE_CHANNELS]; /* when the channel's next message may go */
};

uint64_t pace_key(int channel, str text);
/* 0 and the place is taken: the message may go now. Else the time when to ask again. per_second, address_usec: 0 = no
 * such limit. Messages of a channel may come in a burst of one second's worth. */
int64_t pace_take(struct pace *pace, int channel, int per_second, uint64_t key, int64_t address_usec, int64_t now_usec);
void pace_hold(struct pace *pace, uint64_t key, int64_t until_usec);
int64_t pace_held(const struct pace *pace, uint64_t key, int64_t now_usec); /* 0 = not */
