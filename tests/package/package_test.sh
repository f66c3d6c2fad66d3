#!/bin/sh
# Are the Debian packages whole: built from this tree, unpacked elsewhere, the program runs and the library links. Prints TAP.
set -u
cd "$(dirname "$0")/../.."
count=0
failed=0
point() {
    count=$((count + 1))
    if "$@" >>"$log" 2>&1; then echo "ok $count - $1"; else echo "not ok $count - $1"; sed 's/^/# /' "$log" | tail -20; failed=1; fi
}
top=$(mktemp -d)
trap 'rm -rf "$top"' EXIT
log=$top/log
packages_are_built() { packaging/build-deb build-deb && dpkg-deb -x build-deb/faena_*.deb "$top/tree" && dpkg-deb -x build-deb/libfaena-stats_*.deb "$top/tree"; }
the_program_runs() { "$top/tree/usr/bin/faena" init --database "sqlite:$top/x.db" && "$top/tree/usr/bin/faena" audit --database "sqlite:$top/x.db"; }
everything_it_needs_is_named() { dpkg-deb -f build-deb/faena_*.deb Depends | tr ',' '\n' | grep -q libsqlite3-0 && dpkg-deb -f build-deb/faena_*.deb Depends | grep -q libvips42; }
the_unit_is_valid() {
    sed "s|/usr/bin/faena|$top/tree/usr/bin/faena|" "$top/tree/lib/systemd/system/faena.service" > "$top/faena.service"
    ! command -v systemd-analyze || systemd-analyze verify "$top/faena.service"
}
the_library_links() {
    printf '#include <faena-stats/faena-stats.h>\n#include <stdio.h>\nint main(void) { return puts(fs_version()) < 0; }\n' > "$top/t.c"
    lib=$(dirname "$top"/tree/usr/lib/*/libfaena-stats.so.0)
    cc "$top/t.c" -I "$top/tree/usr/include" -L "$lib" -lfaena-stats -o "$top/t" && LD_LIBRARY_PATH=$lib "$top/t"
}
echo 1..5
point packages_are_built
point the_program_runs
point everything_it_needs_is_named
point the_unit_is_valid
point the_library_links
exit $failed
