#!/bin/sh
# Measures how fast recipients come in; see README.md beside this file.
cd "$(dirname "$0")/.." && exec mvn -q test -Dtest=ImportBench
