#!/bin/sh
# Measures how long lists and a start take with ten thousand cases; see README.md beside this file.
cd "$(dirname "$0")/.." && exec mvn -q test -Dtest=ListsBench
