#!/bin/bash
# Draws docs/diagrams/*.svg anew from processes/*.bpmn. Needs Node 20 and a Chromium; CHROMIUM names
# one that is not /usr/bin/chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

npm --prefix .ci/lint ci --silent --ignore-scripts

# root may start Chromium only without its sandbox
browser=$(mktemp)
trap 'rm -f "$browser"' EXIT
printf '#!/bin/sh\nexec "%s" --no-sandbox "$@"\n' "${CHROMIUM:-/usr/bin/chromium}" >"$browser"
chmod +x "$browser"

rm -rf docs/diagrams
mkdir docs/diagrams
drawings=()
for diagram in processes/*.bpmn; do
  drawings+=("$diagram:docs/diagrams/$(basename "$diagram" .bpmn).svg")
done
PUPPETEER_EXECUTABLE_PATH=$browser .ci/lint/node_modules/.bin/bpmn-to-image \
  --no-title --no-footer "${drawings[@]}"

# Random ids would make each drawing differ from the last; without a background, dark pages hide it.
perl -pi -e 's/marker-\w{20,}/$id{$&} \/\/= "marker-" . ++$n/ge; s/<svg /<svg style="background: white" /;
  $n = 0 if eof' \
  docs/diagrams/*.svg
