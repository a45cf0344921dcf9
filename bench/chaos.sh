#!/bin/sh
# Has faults befall the whole application while cases are led through it, and writes what came of it
# into docs/operators.md; see README.md beside this file. The beginning of a scenario's name runs it alone.
cd "$(dirname "$0")/.."
mvn -q package -DskipTests && exec mvn -q surefire:test -Dtest="ChaosBench${1:+#$1*}"
