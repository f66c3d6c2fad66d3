/* faena-stats.h - libfaena-stats, all of it: label aggregation for human data work. See each header. */
#pragma once
#include "fs_adaptive.h"
#include "fs_agree.h"
#include "fs_core.h"
#include "fs_fit.h"
#include "fs_forecast.h"
#include "fs_labels.h"
#include "fs_number.h"
#include "fs_rank.h"
#include "fs_read.h"
#include "fs_shape.h"
#include "fs_signals.h"
#include "fs_text.h"
