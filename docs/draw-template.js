// Draws the first change of the walkthrough in process-owners.md, as Modeler shows it: with the libraries
// of which Modeler is made. draw-template.js <folder of camunda-bpmn-js> <picture>; run in the project.
const fs = require('fs');
const path = require('path');
const puppeteer = require(path.resolve('.ci/lint/node_modules/puppeteer'));

const [library, picture] = process.argv.slice(2);
const TEMPLATES = '.camunda/element-templates';
const templates = fs.readdirSync(TEMPLATES).flatMap(file => JSON.parse(fs.readFileSync(path.join(TEMPLATES, file))));
const diagram = fs.readFileSync('processes/respond-to-breach.bpmn', 'utf8');

const STYLE = `
  body { display: flex; height: 100vh; margin: 0; font-family: sans-serif; }
  #canvas { flex: 1; }
  #properties { width: 380px; overflow: auto; border-left: 1px solid #ccc; }
`;

async function draw({diagram, templates}) {
  document.body.innerHTML = '<div id="canvas"></div><div id="properties"></div>';
  window.modeler = new BpmnModeler({container: '#canvas', propertiesPanel: {parent: '#properties'}});
  modeler.get('elementTemplatesLoader').setTemplates(templates);
  await modeler.importXML(diagram);
  const [canvas, elements, modeling] = ['canvas', 'elementRegistry', 'modeling'].map(part => modeler.get(part));
  const before = elements.get('recordFalseAlarm');
  const end = elements.get('falseAlarm');
  // above what was there, where there is room
  modeling.moveElements([end], {x: 0, y: -128});
  let task = modeling.createShape({type: 'bpmn:Task'}, {x: before.x + before.width / 2, y: end.y + end.height / 2}, before.outgoing[0]);
  task = modeler.get('elementTemplates').applyTemplate(task, templates.find(template => template.name === 'Record on the timeline'));
  modeling.updateProperties(task, {id: 'thankTheReporter', name: 'Note our thanks'});
  const x = task.x + task.width / 2;
  modeling.updateWaypoints(task.incoming[0], [{x, y: before.y}, {x, y: task.y + task.height}]);
  canvas.scrollToElement(task, {top: 250, bottom: 200, left: 400, right: 250});
}

(async () => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  await page.setViewport({width: 1280, height: 800});
  page.on('pageerror', fault => { throw fault; });
  for (const sheet of ['diagram-js', 'bpmn-js', 'properties-panel', 'element-templates', 'bpmn-font/css/bpmn-embedded']) {
    await page.addStyleTag({path: path.join(library, 'dist/assets', sheet + '.css')});
  }
  await page.addStyleTag({content: STYLE});
  await page.addScriptTag({path: path.join(library, 'dist/camunda-platform-modeler.production.min.js')});
  await page.evaluate(draw, {diagram, templates});
  // what is selected before the panel is there, it does not show
  await page.waitForSelector('#properties [data-group-id]');
  await page.evaluate(() => modeler.get('selection').select(modeler.get('elementRegistry').get('thankTheReporter')));
  for (const group of ['general', 'ElementTemplates__Template', 'ElementTemplates__CustomProperties']) {
    const header = await page.waitForSelector(`[data-group-id="group-${group}"] .bio-properties-panel-group-header-title`);
    await header.click();
  }
  const text = await page.waitForSelector('[data-entry-id^="custom-entry"] input, [data-entry-id^="custom-entry"] textarea');
  await text.type('Better one alarm too many.');
  await page.waitForSelector('.bio-properties-panel-error', {hidden: true});
  await page.screenshot({path: picture});
  await browser.close();
})();
