#!/bin/sh
# libfaena-stats as others meet it: installed elsewhere, found by pkg-config, a program compiled and linked against it. Prints TAP.
#   library_test.sh BUILD-DIRECTORY
set -u
build=$(cd "$1" && pwd)
source=$(cd "$(dirname "$0")/../.." && pwd)
count=0
failed=0
top=$(mktemp -d)
trap 'rm -rf "$top"' EXIT
log=$top/log
point() {
    count=$((count + 1))
    : >"$log"
    if "$@" >>"$log" 2>&1; then echo "ok $count - $1"; else echo "not ok $count - $1"; sed 's/^/# /' "$log" | tail -20; failed=1; fi
}
use() { PKG_CONFIG_SYSROOT_DIR=$top/tree PKG_CONFIG_LIBDIR=$pc pkg-config "$@" faena-stats; }
the_library_is_installed() {
    DESTDIR=$top/tree meson install -C "$build" --no-rebuild --quiet && pc=$(dirname "$(find "$top/tree" -name faena-stats.pc)") &&
        lib=$(dirname "$(find "$top/tree" -name libfaena-stats.so)") && test -e "$lib/libfaena-stats.so.0" && use --exists
}
# The program of the manual page.
the_example_of_the_manual_runs() {
    page=$(find "$top/tree" -name 'faena-stats.3')
    sed -n '/^\.SH EXAMPLE/,/^\.fi/p' "$page" | sed -e '/^\./d' -e 's/\\\\/\\/g' >"$top/example.c" &&
        cc -std=c17 -Wall -Werror "$top/example.c" $(use --cflags --libs) -o "$top/example" &&
        test "$(LD_LIBRARY_PATH=$lib "$top/example")" = "1 0.792"
}
# A call of every part; what comes out is known.
every_part_is_there() {
    cc -std=c17 -Wall -Werror "$source/tests/package/library.c" $(use --cflags --libs) -lm -o "$top/library" && LD_LIBRARY_PATH=$lib "$top/library"
}
every_header_stands_alone() {
    for header in "$top"/tree/*/*/include/faena-stats/*.h "$top"/tree/*/include/faena-stats/*.h; do
        test -e "$header" || continue
        printf '#include <%s>\nint x;\n' "$(basename "$header")" >"$top/one.c"
        cc -std=c17 -Wall -Wextra -Werror -c "$top/one.c" $(use --cflags) -o "$top/one.o" || return 1
        ! command -v c++ >/dev/null || c++ -x c++ -Wall -Werror -c "$top/one.c" $(use --cflags) -o "$top/one.o" || return 1
    done
}
# Every header stands in the page, and what stands there as a function is one.
the_manual_fits() {
    page=$(find "$top/tree" -name 'faena-stats.3')
    nm -D --defined-only "$lib/libfaena-stats.so" | sed -n 's/.* T \(fs_[a-z0-9_]*\)$/\1/p' >"$top/names"
    for header in $(cd "$source/src/stats" && ls fs_*.h); do
        grep -q "^.B $header$" "$page" || { echo "$header is not in the page"; return 1; }
    done
    grep -o 'fBfs_[a-z0-9_]*' "$page" | cut -c3- | sort -u >"$top/named"
    test -s "$top/named" && while read -r name; do grep -qx "$name" "$top/names" || { echo "$name is no function"; return 1; }; done <"$top/named"
}
only_its_own_names_are_exported() { ! nm -D --defined-only "$lib/libfaena-stats.so" | grep -v ' fs_' | grep ' [TDBR] '; }
it_needs_libc_only() { ! readelf -d "$lib/libfaena-stats.so" | grep NEEDED | grep -vE 'lib(c|m|pthread)\.so|ld-linux'; }
echo 1..7
point the_library_is_installed
point the_example_of_the_manual_runs
point every_part_is_there
point every_header_stands_alone
point the_manual_fits
point only_its_own_names_are_exported
point it_needs_libc_only
exit $failed
