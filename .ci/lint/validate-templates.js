// Holds the element templates that Modeler finds against the schema by which Modeler reads them.
const { readdirSync, readFileSync } = require('fs');
const { join } = require('path');
const { validateAll } = require('@bpmn-io/element-templates-validator');

const folder = join(__dirname, '../../.camunda/element-templates');
const templates = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(join(folder, file))));
const failures = validateAll(templates).results.flatMap(({ object, errors }) =>
  (errors || []).map(({ message, dataPath }) => `${object.id}${dataPath || ''}: ${message}`)
);

failures.forEach((failure) => console.error(failure));
console.log(`${templates.length} element templates, ${failures.length} problems`);
process.exitCode = templates.length === 0 || failures.length > 0 ? 1 : 0;
