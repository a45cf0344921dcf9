#!/bin/sh
# Kills the sending process 20 times at random moments, and counts who got the notice how often; see
# README.md beside this file.
cd "$(dirname "$0")/.." && exec mvn -q test -Dtest=SuddenDeathBench
