#!/bin/sh
# Browser tests against the real program (FAENA_BIN), in Debian's Chromium. Prints TAP.
set -eu
cd "$(dirname "$0")/../.."
: "${FAENA_BIN:?is the program to test}"
# One file after the other: two cores, and each file has a server of its own.
exec node --test --test-concurrency=1 --test-reporter=tap tests/web/*.test.mjs
