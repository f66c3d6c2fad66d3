/* Masks of one picture. Pixels with the same votes have the same fate, so they are counted once: EM then runs over a
 * few patterns of votes instead of millions of pixels. */
#include <stdlib.h>
#include <string.h>

#include "fs_shape.h"
#include "shape_em.h"

struct pattern {
    uint64_t votes; /* a bit for each worker */
    double times;
    bool used;
};

struct patterns {
    struct pattern *slot; /* open addressing */
    uint32_t mask;
    int32_t count;
    int32_t left, top, right, bottom; /* the rectangle of all marks */
};

static uint32_t slot_of(const struct patterns *p, uint64_t votes) {
    uint32_t at = (uint32_t)(votes * UINT64_C(0x9e3779b97f4a7c15) >> 32) & p->mask;
    while (p->slot[at].used && p->slot[at].votes != votes) at = (at + 1) & p->mask;
    return at;
}

static bool patterns_grow(struct patterns *p) {
    struct patterns bigger = *p;
    bigger.mask = p->mask * 2 + 1;
    bigger.slot = calloc((size_t)bigger.mask + 1, sizeof *bigger.slot);
    if (!bigger.slot) return false;
    for (uint32_t i = 0; i <= p->mask; i++)
        if (p->slot[i].used) bigger.slot[slot_of(&bigger, p->slot[i].votes)] = p->slot[i];
    free(p->slot);
    *p = bigger;
    return true;
}

static uint64_t votes_at(const uint8_t *const *mask, int32_t workers, int64_t pixel) {
    uint64_t votes = 0;
    for (int32_t w = 0; w < workers; w++) votes |= (uint64_t)(mask[w][pixel] != 0) << w;
    return votes;
}

static void rectangle(struct patterns *p, int32_t width, int32_t height, int32_t workers, const uint8_t *const *mask) {
    *p = (struct patterns){.left = width, .top = height, .right = -1, .bottom = -1};
    for (int32_t y = 0; y < height; y++)
        for (int32_t x = 0; x < width; x++) {
            if (!votes_at(mask, workers, (int64_t)y * width + x)) continue;
            if (x < p->left) p->left = x;
            if (x > p->right) p->right = x;
            if (y < p->top) p->top = y;
            p->bottom = y;
        }
}

static bool patterns_count(struct patterns *p, int32_t width, int32_t workers, const uint8_t *const *mask) {
    p->mask = 63;
    p->slot = calloc(64, sizeof *p->slot);
    for (int32_t y = p->top; p->slot && y <= p->bottom; y++)
        for (int32_t x = p->left; x <= p->right; x++) {
            uint64_t votes = votes_at(mask, workers, (int64_t)y * width + x);
            struct pattern *slot = &p->slot[slot_of(p, votes)];
            p->count += !slot->used;
            *slot = (struct pattern){votes, slot->times + 1, true};
            if ((uint32_t)p->count * 2 > p->mask && !patterns_grow(p)) return false;
        }
    return p->slot != NULL;
}

/* share[slot]: of being inside. */
static bool staple(const struct patterns *p, int32_t workers, double *share, struct fs_mask_worker *worker) {
    struct fs_scratch s = {0};
    struct em em = {.items = p->count, .workers = workers, .classes = 2};
    double *times = fs_scratch_new(&s, p->count, sizeof *times);
    int64_t *start = fs_scratch_new(&s, (int64_t)p->count + 1, sizeof *start);
    int32_t *who = fs_scratch_new(&s, (int64_t)p->count * workers, sizeof *who);
    int32_t *label = fs_scratch_new(&s, (int64_t)p->count * workers, sizeof *label);
    em.posterior = fs_scratch_new(&s, (int64_t)p->count * 2, sizeof(double));
    em.confusion = fs_scratch_new(&s, (int64_t)workers * 4, sizeof(double));
    em.prior = fs_scratch_new(&s, 2, sizeof(double));
    bool ok = !s.failed;
    for (uint32_t i = 0, item = 0; ok && i <= p->mask; i++) {
        if (!p->slot[i].used) continue;
        times[item] = p->slot[i].times;
        for (int32_t w = 0; w < workers; w++) {
            who[(int64_t)item * workers + w] = w;
            label[(int64_t)item * workers + w] = (int32_t)(p->slot[i].votes >> w & 1);
        }
        item++;
        start[item] = (int64_t)item * workers;
    }
    em.times = times;
    em.start = start;
    em.worker = who;
    em.label = label;
    ok = ok && fs_items_em(&em);
    for (uint32_t i = 0, item = 0; ok && i <= p->mask; i++)
        if (p->slot[i].used) share[i] = em.posterior[(int64_t)item++ * 2 + 1];
    for (int32_t w = 0; ok && w < workers; w++) {
        worker[w].specificity = em.confusion[(int64_t)w * 4];
        worker[w].sensitivity = em.confusion[(int64_t)w * 4 + 3];
    }
    fs_scratch_free(&s);
    return ok;
}

static void weigh(const struct patterns *p, int32_t workers, const double *weight, double *share) {
    double all = 0;
    for (int32_t w = 0; w < workers; w++) all += weight[w];
    for (uint32_t i = 0; i <= p->mask; i++) {
        share[i] = 0;
        for (int32_t w = 0; w < workers; w++) share[i] += p->slot[i].votes >> w & 1 ? weight[w] / all : 0;
    }
}

/* Overlap and rates of each worker with the result, over all pixels. */
static void compare(const struct patterns *p, int32_t workers, double pixels, const double *share, bool rates,
                    struct fs_mask_worker *worker) {
    for (int32_t w = 0; w < workers; w++) {
        double both = 0, own = 0, result = 0;
        for (uint32_t i = 0; i <= p->mask; i++) {
            bool marked = p->slot[i].votes >> w & 1, inside = share[i] > 0.5;
            if (!p->slot[i].used) continue;
            own += marked ? p->slot[i].times : 0;
            result += inside ? p->slot[i].times : 0;
            both += marked && inside ? p->slot[i].times : 0;
        }
        worker[w].iou = own + result - both > 0 ? both / (own + result - both) : 1;
        if (!rates) continue;
        worker[w].sensitivity = result > 0 ? both / result : 1;
        worker[w].specificity = pixels > result ? 1 - (own - both) / (pixels - result) : 1;
    }
}

static bool solve(const struct patterns *p, int32_t workers, double pixels, enum fs_mask_method method, double *share,
                  struct fs_mask_worker *worker) {
    double weight[FS_MASK_WORKERS_MAX];
    for (int32_t w = 0; w < workers; w++) weight[w] = 1;
    if (method == FS_MASK_STAPLE && !staple(p, workers, share, worker)) return false;
    for (int round = 0; method != FS_MASK_STAPLE && round < (method == FS_MASK_RASA ? 20 : 1); round++) {
        weigh(p, workers, weight, share);
        compare(p, workers, pixels, share, true, worker);
        for (int32_t w = 0; w < workers; w++) weight[w] = fmax(0.01, worker[w].iou);
    }
    compare(p, workers, pixels, share, method != FS_MASK_STAPLE, worker);
    return true;
}

enum fs_status fs_masks_merge(int32_t width, int32_t height, int32_t workers, const uint8_t *const *mask,
                              enum fs_mask_method method, uint8_t *result, double *posterior,
                              struct fs_mask_worker *worker, struct fs_problem *problem) {
    if (workers < 1) return fs_refuse(problem, FS_EMPTY, "There are no masks.");
    if (workers > FS_MASK_WORKERS_MAX)
        return fs_refuse(problem, FS_TOO_LARGE, "More than %d masks of one picture are not merged.",
                         FS_MASK_WORKERS_MAX);
    if (width < 1 || height < 1 || width > FS_MASK_SIDE_MAX || height > FS_MASK_SIDE_MAX)
        return fs_refuse(problem, FS_INVALID, "A mask is 1 to %d pixels wide and high.", FS_MASK_SIDE_MAX);
    struct patterns p;
    struct fs_mask_worker rows[FS_MASK_WORKERS_MAX] = {0};
    int64_t pixels = (int64_t)width * height;
    memset(result, 0, (size_t)pixels);
    if (posterior) memset(posterior, 0, (size_t)pixels * sizeof *posterior);
    rectangle(&p, width, height, workers, mask);
    for (int32_t w = 0; w < workers; w++) rows[w] = (struct fs_mask_worker){1, 1, 1};
    enum fs_status status = FS_OK;
    if (p.right >= 0) {
        bool ok = patterns_count(&p, width, workers, mask);
        double *share = ok ? calloc((size_t)p.mask + 1, sizeof *share) : NULL;
        ok = share && solve(&p, workers, (double)pixels, method, share, rows);
        for (int32_t y = p.top; ok && y <= p.bottom; y++)
            for (int32_t x = p.left; x <= p.right; x++) {
                int64_t at = (int64_t)y * width + x;
                double inside = share[slot_of(&p, votes_at(mask, workers, at))];
                result[at] = inside > 0.5;
                if (posterior) posterior[at] = inside;
            }
        free(share);
        free(p.slot);
        if (!ok) status = fs_refuse(problem, FS_NO_MEMORY, "There is not enough memory for these masks.");
    }
    if (worker) memcpy(worker, rows, (size_t)workers * sizeof *worker);
    return status;
}
