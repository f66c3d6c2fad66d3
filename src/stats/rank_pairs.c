#include "rank_pairs.h"

#include <math.h>
#include <string.h>

enum fs_status fs_pairs_check(const struct fs_pairs *pairs, struct fs_problem *problem) {
    if (pairs->count == 0) return fs_refuse(problem, FS_EMPTY, "There are no comparisons.");
    if (pairs->items < 2) return fs_refuse(problem, FS_EMPTY, "There are fewer than two items to compare.");
    if (pairs->count > INT32_MAX)
        return fs_refuse(problem, FS_TOO_LARGE, "There are more than %d comparisons.", INT32_MAX);
    double total = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        int32_t left = pairs->left[i], right = pairs->right[i];
        if (left < 0 || left >= pairs->items || right < 0 || right >= pairs->items)
            return fs_refuse(problem, FS_INVALID, "Comparison %zu names an item outside of 0 to %d.", i + 1,
                             pairs->items - 1);
        if (left == right) return fs_refuse(problem, FS_INVALID, "Comparison %zu compares an item with itself.", i + 1);
        if (pairs->winner[i] > FS_TIE)
            return fs_refuse(problem, FS_INVALID, "Comparison %zu has no winner: it is left, right or tie.", i + 1);
        if (pairs->worker && (pairs->worker[i] < 0 || pairs->worker[i] >= pairs->workers))
            return fs_refuse(problem, FS_INVALID, "Comparison %zu names a worker outside of 0 to %d.", i + 1,
                             pairs->workers - 1);
        double weight = pairs->weight ? pairs->weight[i] : 1;
        if (!(weight >= 0 && weight <= 1e100))
            return fs_refuse(problem, FS_INVALID, "The weight of comparison %zu is not a number from 0 up.", i + 1);
        total += weight;
    }
    if (!(total > 0)) return fs_refuse(problem, FS_EMPTY, "All comparisons have weight 0.");
    return FS_OK;
}

/* Cells of one item a; place[b] is the cell of (a, b) when it is not before `first`. */
static void cells_add(const struct fs_pairs *pairs, size_t i, int32_t a, size_t first, size_t *place,
                      struct pair_cells *cells) {
    double weight = pairs->weight ? pairs->weight[i] : 1;
    if (weight == 0) return;
    int32_t left = pairs->left[i], right = pairs->right[i], b = left == a ? right : left;
    size_t at = place[b];
    if (at < first || at >= cells->count || cells->cell[at].b != b) {
        at = place[b] = cells->count++;
        cells->cell[at] = (struct pair_cell){.a = a, .b = b};
    }
    struct pair_cell *cell = &cells->cell[at];
    if (pairs->winner[i] == FS_TIE)
        cell->ties += weight;
    else if ((pairs->winner[i] == FS_LEFT) == (left == a))
        cell->a_wins += weight;
    else
        cell->b_wins += weight;
}

bool fs_pairs_count(const struct fs_pairs *pairs, bool sides, struct fs_scratch *s, struct pair_cells *cells) {
    size_t items = (size_t)pairs->items;
    struct fs_scratch own = {0};
    int32_t *first = fs_scratch_new(&own, pairs->count, sizeof *first);
    size_t *start = fs_scratch_new(&own, items + 1, sizeof *start), *place = fs_scratch_new(&own, items, sizeof *place);
    int32_t *order = fs_scratch_new(&own, pairs->count, sizeof *order);
    *cells = (struct pair_cells){fs_scratch_new(s, pairs->count, sizeof *cells->cell), 0};
    bool ok = !own.failed && !s->failed;
    if (ok) {
        for (size_t i = 0; i < pairs->count; i++) {
            int32_t left = pairs->left[i], right = pairs->right[i];
            first[i] = sides || left < right ? left : right;
        }
        fs_group_by(first, pairs->count, pairs->items, start, order);
        for (int32_t a = 0; a < pairs->items; a++) {
            size_t begin = cells->count;
            for (size_t i = start[a]; i < start[a + 1]; i++) cells_add(pairs, (size_t)order[i], a, begin, place, cells);
        }
    }
    fs_scratch_free(&own);
    return ok;
}

/* --- components --- */

struct graph {
    size_t *start;
    int32_t *cell; /* of each item: the cells it stands in */
    const struct pair_cells *cells;
};

enum walk { ANY, BEATS, BEATEN };

static bool leads(const struct pair_cell *cell, int32_t from, enum walk walk) {
    if (walk == ANY || cell->ties > 0) return true;
    double won = from == cell->a ? cell->a_wins : cell->b_wins, lost = from == cell->a ? cell->b_wins : cell->a_wins;
    return walk == BEATS ? won > 0 : lost > 0;
}

/* Marks what is reached from an item; returns how many. */
static int32_t reach(const struct graph *g, int32_t from, enum walk walk, int32_t *mark, int32_t value,
                     int32_t *queue) {
    int32_t head = 0, tail = 0;
    queue[tail++] = from;
    mark[from] = value;
    while (head < tail) {
        int32_t item = queue[head++];
        for (size_t i = g->start[item]; i < g->start[item + 1]; i++) {
            const struct pair_cell *cell = &g->cells->cell[g->cell[i]];
            int32_t other = cell->a == item ? cell->b : cell->a;
            if (mark[other] == value || !leads(cell, item, walk)) continue;
            mark[other] = value;
            queue[tail++] = other;
        }
    }
    return tail;
}

bool fs_pairs_components(const struct pair_cells *cells, int32_t items, struct fs_scratch *s, int32_t *component,
                         int32_t *components, bool *bounded) {
    int32_t *queue = fs_scratch_new(s, (size_t)items, sizeof *queue);
    int32_t *mark = fs_scratch_new(s, (size_t)items, sizeof *mark);
    struct graph g = {fs_scratch_new(s, (size_t)items + 1, sizeof *g.start),
                      fs_scratch_new(s, cells->count * 2, sizeof *g.cell), cells};
    if (s->failed) return false;
    for (size_t i = 0; i < cells->count; i++) {
        g.start[cells->cell[i].a + 1]++;
        g.start[cells->cell[i].b + 1]++;
    }
    for (int32_t i = 0; i < items; i++) g.start[i + 1] += g.start[i];
    for (size_t i = cells->count; i-- > 0;) {
        g.cell[--g.start[cells->cell[i].a + 1]] = (int32_t)i;
        g.cell[--g.start[cells->cell[i].b + 1]] = (int32_t)i;
    }
    /* Filling moved each end to its beginning: start[i + 1] is where i begins now. */
    memmove(g.start, g.start + 1, (size_t)items * sizeof *g.start);
    g.start[items] = cells->count * 2;
    for (int32_t i = 0; i < items; i++) component[i] = mark[i] = -1;
    *components = 0;
    *bounded = true;
    for (int32_t i = 0; i < items; i++) {
        if (component[i] >= 0) continue;
        int32_t size = reach(&g, i, ANY, component, *components, queue);
        ++*components;
        if (reach(&g, i, BEATS, mark, i, queue) != size) *bounded = false;
        if (reach(&g, i, BEATEN, mark, -2 - i, queue) != size) *bounded = false;
    }
    return true;
}

void fs_scores_centre(double *score, const int32_t *component, int32_t components, int32_t items,
                      struct fs_scratch *s) {
    double *sum = fs_scratch_new(s, (size_t)components, sizeof *sum);
    double *size = fs_scratch_new(s, (size_t)components, sizeof *size);
    if (s->failed) return;
    for (int32_t i = 0; i < items; i++) {
        sum[component[i]] += score[i];
        size[component[i]]++;
    }
    for (int32_t i = 0; i < items; i++) score[i] -= sum[component[i]] / size[component[i]];
}
