#include "send/pace.h"

uint64_t pace_key(int channel, str text) {
    uint64_t hash = UINT64_C(14695981039346656037) ^ (uint64_t)channel; /* FNV-1a */
    for (size_t i = 0; i < text.len; i++) hash = (hash ^ (unsigned char)text.data[i]) * UINT64_C(1099511628211);
    return hash | 1; /* 0 = free */
}

int64_t pace_held(const struct pace *pace, uint64_t key, int64_t now_usec) {
    size_t i = key % PACE_ENTRIES;
    return pace->entries[i].key == key && pace->entries[i].free_usec > now_usec ? pace->entries[i].free_usec : 0;
}

void pace_hold(struct pace *pace, uint64_t key, int64_t until_usec) {
    size_t i = key % PACE_ENTRIES;
    pace->entries[i].key = key;
    pace->entries[i].free_usec = until_usec;
}

int64_t pace_take(struct pace *pace, int channel, int per_second, uint64_t key, int64_t address_usec,
                  int64_t now_usec) {
    int64_t held = pace_held(pace, key, now_usec);
    if (held) return held;
    if (per_second > 0) {
        int64_t *next = &pace->channel_usec[channel], burst = now_usec - 1000000;
        if (*next < burst) *next = burst;
        if (*next > now_usec) return *next;
        *next += 1000000 / per_second;
    }
    if (address_usec > 0) pace_hold(pace, key, now_usec + address_usec);
    return 0;
}
