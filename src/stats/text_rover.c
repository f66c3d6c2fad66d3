/* Recogniser output voting (Fiscus 1997): texts are aligned one after the other to what was heard so far, each place
 * then goes to the word with most weight. */
#include <string.h>

#include "text_words.h"

struct network {
    struct place *place; /* in order */
    int64_t count;
    double weight; /* of the texts so far */
    int32_t texts;
};

static int32_t heard_at(const struct place *place, int32_t word) {
    for (int32_t i = 0; i < place->count; i++)
        if (place->word[i] == word) return i;
    return -1;
}

static void hear(struct place *place, int32_t word, double weight) {
    int32_t at = heard_at(place, word);
    if (at < 0) {
        at = place->count++;
        place->word[at] = word;
    }
    place->weight[at] += weight;
}

static bool place_new(struct place *place, int32_t texts, struct fs_scratch *s) {
    *place =
        (struct place){fs_scratch_new(s, texts + 1, sizeof(int32_t)), fs_scratch_new(s, texts + 1, sizeof(double)), 0};
    return !s->failed;
}

enum step { TOGETHER, SKIP_PLACE, NEW_PLACE };

/* Which step leads best to (i words, j places); among equals the first of the enum. */
static void align(const struct network *net, const struct words *text, int32_t *cost, uint8_t *step) {
    int64_t width = net->count + 1;
    for (int64_t j = 0; j <= net->count; j++) {
        cost[j] = (int32_t)j;
        step[j] = SKIP_PLACE;
    }
    for (int64_t i = 1; i <= text->count; i++) {
        int32_t corner = cost[0];
        cost[0] = (int32_t)i;
        step[i * width] = NEW_PLACE;
        for (int64_t j = 1; j <= net->count; j++) {
            const struct place *place = &net->place[j - 1];
            int32_t together = corner + (heard_at(place, text->word[i - 1]) < 0);
            int32_t skip = cost[j - 1] + (heard_at(place, -1) < 0), fresh = cost[j] + 1;
            enum step best = together <= skip && together <= fresh ? TOGETHER : skip <= fresh ? SKIP_PLACE : NEW_PLACE;
            corner = cost[j];
            cost[j] = best == TOGETHER ? together : best == SKIP_PLACE ? skip : fresh;
            step[i * width + j] = (uint8_t)best;
        }
    }
}

static bool add(struct network *net, const struct words *text, double weight, int32_t texts, struct fs_scratch *s) {
    struct fs_scratch own = {0};
    int64_t width = net->count + 1;
    int32_t *cost = fs_scratch_new(&own, width, sizeof *cost);
    uint8_t *step = fs_scratch_new(&own, width * (text->count + 1), sizeof *step);
    struct place *joined = fs_scratch_new(s, net->count + text->count, sizeof *joined);
    bool ok = !own.failed && !s->failed;
    int64_t at = net->count + text->count;
    if (ok) align(net, text, cost, step);
    for (int64_t i = text->count, j = net->count; ok && (i > 0 || j > 0);) {
        enum step taken = step[i * width + j];
        struct place *place = &joined[--at];
        if (taken == NEW_PLACE) {
            ok = place_new(place, texts, s);
            if (ok && net->texts > 0) hear(place, -1, net->weight);
        } else {
            *place = net->place[--j];
        }
        if (ok) hear(place, taken == SKIP_PLACE ? -1 : text->word[i - 1], weight);
        if (taken != SKIP_PLACE) i--;
    }
    fs_scratch_free(&own);
    if (!ok) return false;
    net->place = joined + at;
    net->count = net->count + text->count - at;
    net->weight += weight;
    net->texts++;
    return true;
}

/* crowd-kit's order of equally heard words: the longer (in characters), then the greater. Nothing is the least. */
static bool goes_before(const struct fs_names *names, int32_t a, int32_t b) {
    const char *x = a < 0 ? "" : fs_names_text(names, a, NULL), *y = b < 0 ? "" : fs_names_text(names, b, NULL);
    size_t x_length = 0, y_length = 0;
    for (const char *p = x; *p; p++) x_length += ((unsigned char)*p & 0xc0) != 0x80;
    for (const char *p = y; *p; p++) y_length += ((unsigned char)*p & 0xc0) != 0x80;
    return x_length != y_length ? x_length > y_length : strcmp(x, y) > 0;
}

bool fs_rover(const struct rover *r, struct fs_scratch *s, struct words *out, double *support) {
    struct network net = {0};
    for (int32_t k = 0; k < r->texts; k++)
        if (!add(&net, &r->text[k], r->weight[k], r->texts, s)) return false;
    double share = 0;
    out->count = 0;
    for (int64_t j = 0; j < net.count; j++) {
        const struct place *place = &net.place[j];
        int32_t best = 0;
        for (int32_t i = 1; i < place->count; i++) {
            double more = place->weight[i] - place->weight[best], rounding = 1e-9 * net.weight;
            bool tied = more >= -rounding && more <= rounding;
            if (more > rounding || (tied && r->as_given && goes_before(r->names, place->word[i], place->word[best])))
                best = i;
        }
        share += net.weight > 0 ? place->weight[best] / net.weight : 0;
        if (place->word[best] >= 0) out->word[out->count++] = place->word[best];
    }
    *support = net.count > 0 ? share / (double)net.count : 1;
    return true;
}
