// All open cases at a glance, exercises apart.
import {caseLink, element, keepUp, row, table} from './elements.js';
import {Clocks} from './time.js';
import {language, say} from './language.js';

const EVERY = 5000;
const TITLES = [
  say('Case'),
  say('Criticality'),
  say('Next deadline'),
  say('Duties'),
  say('Waits for'),
  say('Dispatch'),
  say('Hold'),
];

function list(className, items) {
  return element('ul', className, ...items.map(item => element('li', '', item)));
}

function named(breach) {
  return element(
    'div',
    'case',
    breach.exercise ? element('span', 'label label-info exercise', say('EXERCISE')) : null,
    caseLink(breach.caseNumber, breach.processInstanceId),
    element('div', 'title', breach.title),
    element('div', 'reported', say('reported %s', breach.reported)),
    breach.exercise ? element('div', 'reported', say('time runs %s', breach.timeScale)) : null
  );
}

function next(breach, clocks) {
  if (!breach.next) {
    return element('div', 'deadline', clocks.countdown(null));
  }
  const {clock, recipient, citation} = breach.next;
  return element(
    'div',
    'deadline',
    clocks.countdown(clock),
    element('div', 'due', clock.inWords),
    element('div', 'whom', recipient + ': ' + (clock.own ? say('our own target, %s', citation) : citation))
  );
}

function duties(breach) {
  const counts = [breach.duties === 1 ? say('1 open') : say('%s open', breach.duties)];
  if (breach.overdue) {
    counts.push(breach.overdue === 1 ? say('1 overdue') : say('%s overdue', breach.overdue));
  }
  if (breach.undecided) {
    counts.push(say('%s undecided', breach.undecided));
  }
  return list('duties', counts);
}

function waiting({task, who, count}) {
  return task + (count > 1 ? ' × ' + count : '') + (who ? ' (' + who + ')' : '');
}

function number(n) {
  return n.toLocaleString(language);
}

function dispatch({title, total, done, unreached, paused}) {
  return [
    say('%s: %s of %s', title, number(done), number(total)),
    ...(unreached ? [unreached === 1 ? say('1 not reached') : say('%s not reached', number(unreached))] : []),
    ...(paused ? [say('paused')] : []),
  ].join(', ');
}

function breachRow(breach, clocks) {
  return row([
    named(breach),
    breach.criticality,
    next(breach, clocks),
    duties(breach),
    breach.waiting.length ? list('waiting', breach.waiting.map(waiting)) : say('nobody'),
    breach.dispatches.length ? list('dispatches', breach.dispatches.map(dispatch)) : say('none yet'),
    breach.hold ? element('strong', '', say('Held %s', breach.hold)) : say('none'),
  ]);
}

function board(className, title, breaches, clocks) {
  return table('breaches ' + className, title, TITLES, breaches.map(breach => breachRow(breach, clocks)));
}

function panel(breaches, clocks, now) {
  clocks.restart(now);
  const real = breaches.filter(breach => !breach.exercise);
  const exercises = breaches.filter(breach => breach.exercise);
  const made = [
    real.length
      ? board('real', say('Open breaches'), real, clocks)
      : element('p', 'nothing', say('No breach is open.')),
  ];
  if (exercises.length) {
    made.push(
      element('h4', '', say('Exercises: nothing of these has happened')),
      board('exercises', say('Exercises'), exercises, clocks)
    );
  }
  return made;
}

export function openBreaches(node, api) {
  const clocks = new Clocks();
  const body = element('div', 'case-pages');
  node.replaceChildren(element('h3', 'section-title', say('Open breaches')), body);
  const end = keepUp(
    body,
    api.cockpitApi + '/plugin/cases/' + api.engine + '/open-breaches',
    (breaches, now) => panel(breaches, clocks, now),
    EVERY
  );
  return () => {
    end();
    clocks.stop();
  };
}
