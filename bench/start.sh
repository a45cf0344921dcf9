#!/bin/bash
# From java -jar to Tasklist answering, and the memory that is resident a minute later: for the
# first start with new data, and for the second. Other options of Java go into JAVA_OPTIONS.
set -euo pipefail
cd "$(dirname "$0")/.."

[ -n "$(ls target/breach-response-*.jar 2>/dev/null)" ] || mvn -q package -DskipTests
port=8099
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

for start in first second; do
  begin=$(date +%s%N)
  BREACH_DATA_DIR=$data SERVER_PORT=$port \
    java ${JAVA_OPTIONS--XX:+UseSerialGC -XX:TieredStopAtLevel=1} -jar target/breach-response-*.jar >"$data/log" 2>&1 &
  server=$!
  until curl -sfo /dev/null "http://127.0.0.1:$port/camunda/app/tasklist/default/"; do
    kill -0 $server || { cat "$data/log"; exit 1; }
    sleep 0.05
  done
  millis=$((($(date +%s%N) - begin) / 1000000))
  cpu=$(awk '{ print $14 + $15 }' "/proc/$server/stat")
  sleep "${IDLE:-60}"
  awk -v start=$start -v millis=$millis -v cpu="$cpu" '/VmRSS/ {
    printf "%s start: %.1f s (%.1f s of CPU), %d MB resident\n",
      start, millis / 1000, cpu / 100, $2 / 1024 }' /proc/$server/status
  kill $server
  wait $server || true
done
nproc | sed 's/$/ cores/'
java -version 2>&1 | head -n 1
