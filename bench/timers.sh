#!/bin/sh
# Measures how late timers fire while ten thousand are pending; see README.md beside this file.
cd "$(dirname "$0")/.." && exec mvn -q test -Dtest=TimersBench
