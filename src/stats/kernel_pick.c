/* Which inner loops this processor can run. */
#include "kernel.h"

#include <stddef.h>

const struct fs_kernels *fs_kernels_pick(bool no_avx2) {
#ifdef FS_HAS_AVX2
    if (!no_avx2 && __builtin_cpu_supports("avx2")) return &fs_kernels_avx2;
#endif
    return &fs_kernels_any;
}
