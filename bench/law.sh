#!/bin/bash
# How long the legal tables take for a case with people in 60 places, over the API: the first
# question after a start, and the median of later ones, beside that of a call that asks no law.
# Other options of Java go into JAVA_OPTIONS.
set -euo pipefail
cd "$(dirname "$0")/.."

[ -n "$(ls target/breach-response-*.jar 2>/dev/null)" ] || mvn -q package -DskipTests
port=8098
data=$(mktemp -d)
trap 'kill $server; wait $server || true; rm -rf "$data"' EXIT
start() {
  BREACH_DATA_DIR=$data SERVER_PORT=$port \
    java ${JAVA_OPTIONS--XX:+UseSerialGC -XX:TieredStopAtLevel=1} -jar target/breach-response-*.jar >"$data/log" 2>&1 &
  server=$!
  until vocabulary >/dev/null; do
    kill -0 $server || { cat "$data/log"; exit 1; }
    sleep 0.05
  done
}
stop() { kill $server; wait $server || true; }
call() { # prints milliseconds
  curl -sf -u 'lena:Rehearse-2026!' -o "$data/answer" -w '%{time_total}\n' "$@" |
    awk '{ printf "%.0f\n", $1 * 1000 }'
}
evaluate() {
  call -H 'Content-Type: application/json' -d @bench/sixty-places.json \
    "http://127.0.0.1:$port/api/obligations/evaluate"
}
vocabulary() { call "http://127.0.0.1:$port/api/vocabulary"; }
median() { for _ in $(seq 21); do "$1"; done | sort -n | sed -n 11p; }

start
echo "first start, asked at once: $(evaluate) ms, $(grep -o '"verdict"' "$data/answer" | wc -l) duties"
stop
start
echo "later start, asked at once: $(evaluate) ms"
stop
start
sleep 10
echo "later start, asked after ten seconds: $(evaluate) ms"
for _ in $(seq 100); do evaluate; done >/dev/null
law=$(median evaluate)
echo "warm: $law ms; a call that asks no law: $(median vocabulary) ms"
nproc | sed 's/$/ cores/'
