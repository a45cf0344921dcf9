#!/bin/bash
# Tries this program on Operaton, a maintained fork of Camunda 7: copies the sources to target/fork,
# renames what Operaton has renamed and runs Maven there. Without arguments it runs the unit tests;
# others go to Maven: docs/decisions/try-fork.sh test -Dtest=LadderTest
set -euo pipefail
cd "$(dirname "$0")/../.."
version=${OPERATON:-1.0.3}
# the JSON format: of 1.0.3 it was not to be had, and of 1.0.0 not its parent. So the jar alone
jackson=1.0.0

fork=target/fork
mkdir -p $fork
# what an earlier try has built goes, but for its target folder
find $fork -mindepth 1 -maxdepth 1 ! -name target -exec rm -rf {} +
git ls-files -z --cached --others --exclude-standard | tar --null -T - -c | tar -x -C $fork
cd $fork

# the artefacts
local=$(mvn -q help:evaluate -Dexpression=settings.localRepository -DforceStdout | tr -d "\033" | sed "s/\[0m//g")
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:2.8:get -Dtransitive=false \
  -Dartifact=org.operaton.spin:operaton-spin-dataformat-json-jackson:$jackson
perl -0pi -e '
  s/org\.camunda\.(bpm|spin)/org.operaton.$1/g;
  s/<artifactId>camunda-/<artifactId>operaton-/g;
  s/(<camunda.version>)[^<]+/${1}'"$version"'/;
  s{(<artifactId>(operaton-spin-dataformat-json-jackson)</artifactId>)(\s*</dependency>)}
   {$1
      <version>'"$jackson"'</version>
      <scope>system</scope>
      <systemPath>'"$local"'/org/operaton/spin/$2/'"$jackson/"'$2-'"$jackson"'.jar</systemPath>
    </dependency>
    <dependency>
      <groupId>com.jayway.jsonpath</groupId>
      <artifactId>json-path</artifactId>$3}' \
  pom.xml

# packages, types, methods and constants. The FEEL engine keeps its name, and our diagrams their
# name space, which Operaton reads as its own
find src -name '*.java' -print0 | xargs -0 perl -pi -e '
  s/org\.camunda\.(?!feel\b)/org.operaton./g;
  s/\binstance\.camunda\b/instance.operaton/g;
  s/(?<![a-z])(get|is|Abstract|Get)?Camunda(?=[A-Z])/($1 \/\/ "") . "Operaton"/ge;
  s/\.camunda(?=[A-Z])/.operaton/g;
  s/CAMUNDA_(?=ADMIN|BPMN_EXTENSIONS_NS)/OPERATON_/g'

# signatures that differ: sub-resources know the engine's name by themselves, and the FEEL engine is
# built behind a facade
find src/main -name '*PluginRoot.java' -print0 | xargs -0 perl -0pi -e '
  s/(return subResource\(.*?),\s*engineName\);/$1);/gs'
perl -0pi -e '
  s/FeelEngine buildFeelEngine\(/org.camunda.feel.api.FeelEngineApi buildFeelEngineApi(/;
  s/return new ParsedOnce\(super.buildFeelEngine.*?;/return new org.camunda.feel.api.FeelEngineApi(
        new ParsedOnce(
            new FeelEngine(
                functions,
                values,
                FeelEngine.defaultConfiguration(),
                FeelEngine.defaultClock())));/' \
  src/main/java/breachresponse/workflow/decisions/QuickFeel.java

# settings, the group of administrators, and files found by their name. Addresses stay
find src -type f \( -name '*.java' -o -name '*.yaml' -o -name '*.txt' \) -print0 | xargs -0 perl -pi -e '
  s/camunda\.bpm\b/operaton.bpm/g;
  s/camunda-admin/operaton-admin/g;
  s/webjars\/camunda/webjars\/operaton/g;
  s/^(\s+)camunda(?=\.enabled: )/$1operaton/;
  s/^(\s+)webapp\.index-redirect.*/$&\n$1webapp.application-path: \/camunda/'
# of 1.0.3 the assertions were not to be had, so the tests that use them are left out
perl -0pi -e 's{\s*<dependency>\s*<groupId>[^<]*</groupId>\s*<artifactId>operaton-bpm-assert.*?</dependency>}{}s' pom.xml
grep -rl test.assertions src/test --include='*.java' | xargs --no-run-if-empty rm

mv src/main/resources/META-INF/resources/webjars/{camunda,operaton}
for service in src/main/resources/META-INF/services/org.camunda.*; do
  mv "$service" "${service/org.camunda/org.operaton}"
done

mvn -B "${@:-test}"
