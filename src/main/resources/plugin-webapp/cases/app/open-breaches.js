// All open cases at a glance, exercises apart.
import {caseLink, element, keepUp, row, table} from './elements.js';
import {Clocks} from './time.js';

const EVERY = 5000;
const TITLES = ['Case', 'Criticality', 'Next deadline', 'Duties', 'Waits for', 'Dispatch', 'Hold'];

function list(className, items) {
  return element('ul', className, ...items.map(item => element('li', '', item)));
}

function named(breach) {
  return element(
    'div',
    'case',
    breach.exercise ? element('span', 'label label-info exercise', 'EXERCISE') : null,
    caseLink(breach.caseNumber, breach.processInstanceId),
    element('div', 'title', breach.title),
    element('div', 'reported', 'reported ' + breach.reported),
    breach.exercise ? element('div', 'reported', 'time runs ' + breach.timeScale) : null
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
    element('div', 'whom', recipient + ': ' + (clock.own ? 'our own target, ' : '') + citation)
  );
}

function duties(breach) {
  const counts = [breach.duties + ' open'];
  if (breach.overdue) {
    counts.push(breach.overdue + ' overdue');
  }
  if (breach.undecided) {
    counts.push(breach.undecided + ' undecided');
  }
  return list('duties', counts);
}

function waiting({task, who, count}) {
  return task + (count > 1 ? ' × ' + count : '') + (who ? ' (' + who + ')' : '');
}

function dispatch({title, total, done, unreached, paused}) {
  const counts = done.toLocaleString('en') + ' of ' + total.toLocaleString('en');
  return (
    title + ': ' + counts + (unreached ? ', ' + unreached.toLocaleString('en') + ' not reached' : '') +
    (paused ? ', paused' : '')
  );
}

function breachRow(breach, clocks) {
  return row([
    named(breach),
    breach.criticality,
    next(breach, clocks),
    duties(breach),
    breach.waiting.length ? list('waiting', breach.waiting.map(waiting)) : 'nobody',
    breach.dispatches.length ? list('dispatches', breach.dispatches.map(dispatch)) : 'none yet',
    breach.hold ? element('strong', '', 'Held ' + breach.hold) : 'none',
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
      ? board('real', 'Open breaches', real, clocks)
      : element('p', 'nothing', 'No breach is open.'),
  ];
  if (exercises.length) {
    made.push(
      element('h4', '', 'Exercises: nothing of these has happened'),
      board('exercises', 'Exercises', exercises, clocks)
    );
  }
  return made;
}

export function openBreaches(node, api) {
  const clocks = new Clocks();
  const body = element('div', 'case-pages');
  node.replaceChildren(element('h3', 'section-title', 'Open breaches'), body);
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
