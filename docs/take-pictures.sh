#!/bin/bash
# Takes docs/pictures/*.png anew: Tasklist and Cockpit in the first ten minutes of README.md, as
# FirstTenMinutesTest walks them, and an element template in Modeler. Needs JDK, Maven, Node 20, pngquant
# and a Chromium; CHROMIUM names one that is not /usr/bin/chromium. Look at what you took.
set -euo pipefail
cd "$(dirname "$0")/.."
# of which Modeler is made
modeler=camunda-bpmn-js@5.35.0

taken=target/screenshots/docs
rm -rf "$taken"
mvn -B -q --no-transfer-progress test-compile failsafe:integration-test failsafe:verify \
  -Dit.test=FirstTenMinutesTest -Dsurefire.failIfNoSpecifiedTests=false

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm --prefix .ci/lint ci --silent --ignore-scripts
npm pack "$modeler" --silent --pack-destination "$work" >"$work/packed"
tar -xzf "$work"/*.tgz -C "$work"
# root may start Chromium only without its sandbox
printf '#!/bin/sh\nexec "%s" --no-sandbox "$@"\n' "${CHROMIUM:-/usr/bin/chromium}" >"$work/chromium"
chmod +x "$work/chromium"
PUPPETEER_EXECUTABLE_PATH=$work/chromium node docs/draw-template.js "$work/package" "$taken/element-template.png"

rm -rf docs/pictures
mkdir docs/pictures
for picture in "$taken"/*.png; do
  # sixteen times sixteen colours are enough for pages, at a third of the size
  pngquant --strip --output "docs/pictures/$(basename "$picture")" 256 "$picture"
done
