// How long the steps of a process take and where people wait: a chart, and heat on the diagram.
import {element, keepUp, row, table} from './elements.js';
import {amount} from './time.js';
import {say} from './language.js';

const EVERY = 30000;
const TITLES = [
  say('Step'),
  say('Typical time against its target'),
  say('Typical'),
  say('Longest'),
  say('Target'),
  say('Done'),
  say('Late'),
  say('Waits now'),
];

/** In percent of the bar's width: where the target stands, and beyond twice of it nothing. */
const TARGET_AT = 50;

function address(api, processDefinitionId) {
  return (
    api.cockpitApi + '/plugin/cases/' + api.engine + '/process-definition/' +
    encodeURIComponent(processDefinitionId) + '/durations'
  );
}

function words(seconds) {
  return seconds === null ? '–' : amount(seconds);
}

function share(seconds, target) {
  return Math.min(100, (TARGET_AT * seconds) / Math.max(1, target));
}

function piece(className, left, width) {
  const made = element('span', className);
  made.style.left = left + '%';
  if (width !== undefined) {
    made.style.width = width + '%';
  }
  return made;
}

/** The bar is what is typical, the line goes on to the longest, the mark is the target. */
function bar({typical, longest, target}) {
  if (typical === null || target === null) {
    return typical === null ? say('not done yet') : say('has no target');
  }
  const late = typical > target;
  const made = element(
    'div',
    'duration' + (late ? ' late' : ''),
    piece('longest', 0, share(longest, target)),
    piece('typical', 0, share(typical, target)),
    piece('target', TARGET_AT)
  );
  made.setAttribute('role', 'img');
  made.setAttribute(
    'aria-label',
    late
      ? say('typically %s of %s, late', amount(typical), amount(target))
      : say('typically %s of %s', amount(typical), amount(target))
  );
  return element('div', '', made, late ? element('span', 'whom', say('typically late')) : null);
}

function waiting({waiting, waitingLongest}) {
  return waiting ? say('%s, longest for %s', waiting, amount(waitingLongest)) : say('none');
}

function stepRow(step) {
  return row([
    step.name,
    bar(step),
    words(step.typical),
    words(step.longest),
    words(step.target),
    String(step.done),
    String(step.late),
    waiting(step),
  ]);
}

export function durations(node, {api, processDefinitionId}) {
  const body = element('div', 'case-pages');
  node.replaceChildren(body);
  return keepUp(
    body,
    address(api, processDefinitionId),
    steps =>
      steps.length
        ? [
            element(
              'p',
              'legend',
              say('All versions, without exercises. Bar: typical (median). Line: longest. Mark: the target, in the middle.')
            ),
            table('durations', say('Durations of the steps'), TITLES, steps.map(stepRow)),
          ]
        : [element('p', 'nothing', say('No step of this process has begun yet.'))],
    EVERY
  );
}

function note(step) {
  const made = element(
    'div',
    'heat-note heat-' + step.heat,
    step.share + ' %' + (step.waiting ? ', ' + say('%s waiting', step.waiting) : '')
  );
  made.title = say(
    '%s % of all waiting in this process. %s: typically %s, target %s',
    step.share,
    step.name,
    words(step.typical),
    words(step.target)
  );
  return made;
}

/** Says on each step what part of the waiting in this process it is, the more the warmer. */
export async function heat(viewer, {api, processDefinitionId}) {
  // what Cockpit 7.24 gives plugins of diagrams as the engine's name is the address of the page
  const engine = location.pathname.match(/\/app\/cockpit\/([^/]+)/)[1];
  const answer = await fetch(address({...api, engine}, processDefinitionId), {headers: {Accept: 'application/json'}});
  if (!answer.ok) {
    return;
  }
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  (await answer.json())
    .filter(step => step.heat && viewer.get('elementRegistry').get(step.id))
    .forEach(step => {
      canvas.addMarker(step.id, 'heat-' + step.heat);
      // readable however small the diagram is drawn
      overlays.add(step.id, {position: {bottom: -2, left: 24}, scale: {min: 1}, html: note(step)});
    });
}
