#!/bin/sh
# Measures what one, two and four nodes on one database do; see README.md beside this file.
cd "$(dirname "$0")/.." && exec mvn -q test -DforkCount=1 -Dtest=NodesBench,QueueBench
