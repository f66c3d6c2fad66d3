#!/bin/sh
# Builds with ThreadSanitizer and runs what has threads: the writer's queue, the jobs and the HTTP server. Prints TAP; a race
# ends the test that has it with a report and an error.
#   tests/tsan.sh [BUILD_DIRECTORY]      CC=clang for the other compiler
set -eu
cd "$(dirname "$0")/.."
build=${1:-build-tsan}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { { [ -e "$build/build.ninja" ] || meson setup "$build" -Db_sanitize=thread -Db_lundef=false -Dbuildtype=debugoptimized; } &&
    ninja -C "$build" src/core/queue_test src/http/http_test src/http/http_stream_test src/http/http_malformed_test \
        src/http/http_tls_test; } >"$log" 2>&1; then
    tail -n 30 "$log"
    echo "not ok 1 - build with ThreadSanitizer"
    exit 1
fi
# No suppressions: libevent and SQLite are not instrumented, and what they share is behind locks that ThreadSanitizer sees.
export TSAN_OPTIONS="halt_on_error=1 exitcode=66 history_size=5 second_deadlock_stack=1"
export CMOCKA_MESSAGE_OUTPUT=TAP
failed=0
for test in core/queue_test http/http_test http/http_stream_test http/http_malformed_test http/http_tls_test; do
    echo "# $test"
    if ! "$build/src/$test" >"$log" 2>&1; then
        failed=1
        grep -q '^not ok' "$log" || echo "not ok - $test"
    fi
    tail -n 60 "$log"
done
exit $failed
