#!/bin/sh
# Measures how fast notices go out, and with BENCH_MEMORY=10000,1000000 what memory that takes; see
# README.md beside this file.
test=how_fast_notices_go_out
if [ -n "$BENCH_MEMORY" ]; then test=how_much_memory_it_takes; fi
PATH=$PATH:/usr/sbin
export PATH
cd "$(dirname "$0")/.." && exec mvn -q test -DargLine=-Duser.timezone=UTC -Dtest="DeliveryBench#$test"
