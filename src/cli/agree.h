/* agree.h - parts of `faena agree`: agree.c for labels, agree_marks.c for boxes, spans, masks and polygons. */
#pragma once
#include "cli/cli.h"

/* What a row of the results is: --by. */
enum agree_by { AGREE_BY_ALL, AGREE_BY_TASK, AGREE_BY_WORKER, AGREE_BY_CLASS, AGREE_BY_PAIR };

/* boxes, else spans. */
int agree_marks(struct cli *cli, bool boxes, int by);
/* polygons, else masks. */
int agree_drawings(struct cli *cli, bool polygons, int by);
