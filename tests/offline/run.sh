#!/bin/sh
# Work without a link against the real program (FAENA_BIN), in Debian's Chromium: tests/offline/run.sh [FILE ...]. Prints TAP.
# OFFLINE_SEEDS=1-20 makes a long run of chaos.test.mjs.
set -eu
cd "$(dirname "$0")/../.."
: "${FAENA_BIN:?is the program to test}"
[ $# -gt 0 ] || set -- tests/offline/*.test.mjs
exec node --test --test-concurrency=1 --test-reporter=tap "$@"
