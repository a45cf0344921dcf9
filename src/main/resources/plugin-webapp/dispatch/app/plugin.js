// How far the notices of a case have been sent, as a tab on each of its process instances.
import {element, headers, link} from '../../../cases/static/app/elements.js';

const EVERY = 3000;
// The rate is that of the last minute: an average since the start would know of no pause.
const WINDOW = 60000;

let timer;

function number(n) {
  return n.toLocaleString('en');
}

function done(dispatch) {
  return dispatch.total - dispatch.queued;
}

/** Mails per second; undefined until there are two looks at it. */
function rate(seen) {
  const first = seen[0];
  const last = seen[seen.length - 1];
  return first === last ? undefined : (last.done - first.done) / ((last.at - first.at) / 1000);
}

function time(seconds) {
  if (seconds < 90) {
    return Math.ceil(seconds) + ' s';
  }
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? minutes + ' min' : Math.floor(minutes / 60) + ' h ' + (minutes % 60) + ' min';
}

function pace(dispatch, seen) {
  if (dispatch.queued === 0) {
    return 'finished';
  }
  if (dispatch.paused) {
    return 'paused';
  }
  const perSecond = rate(seen);
  if (perSecond === undefined) {
    return 'being measured';
  }
  return perSecond > 0
    ? number(Math.round(perSecond * 10) / 10) + ' per second, ' + time(dispatch.queued / perSecond) + ' left'
    : 'none sent in the last minute';
}

function bar(dispatch) {
  const whole = element('div', 'progress');
  [['sent', 'success'], ['failed', 'danger'], ['bounced', 'warning'], ['uncertain', 'info']].forEach(([what, color]) => {
    const piece = element('div', 'progress-bar progress-bar-' + color);
    piece.style.width = (dispatch.total ? (100 * dispatch[what]) / dispatch.total : 0) + '%';
    piece.title = what;
    whole.append(piece);
  });
  return whole;
}

function row(dispatch, seen) {
  const made = element('tr', '');
  made.append(element('td', 'notice', dispatch.title));
  // of the list that was released, as in the evidence
  made.append(element('td', 'sha256', dispatch.sha256));
  const progress = element('td', 'bar');
  progress.append(bar(dispatch));
  made.append(progress);
  ['sent', 'failed', 'bounced', 'uncertain', 'held', 'queued', 'total'].forEach(what =>
    made.append(element('td', what, number(dispatch[what])))
  );
  made.append(element('td', 'pace', pace(dispatch, seen)));
  return made;
}

function table(dispatches, seen) {
  const made = element('table', 'cam-table dispatch');
  made.append(
    element('thead', '', headers(['Notice', 'SHA-256 of its recipients', 'Progress', 'Sent', 'Failed', 'Bounced', 'Uncertain', 'Held', 'Queued', 'In all', 'Pace'])),
    element('tbody', '')
  );
  made.tBodies[0].append(...dispatches.map(dispatch => row(dispatch, seen.get(dispatch.noticeId))));
  return made;
}

/** Who may watch may take out the numbers by language, domain and status. */
function report(dispatches, root) {
  const made = link(root + '/api/incidents/' + dispatches[0].caseNumber + '/delivery.csv', 'Delivery report (CSV)');
  made.className = 'report';
  return made;
}

function remember(seen, dispatch, at) {
  const before = (seen.get(dispatch.noticeId) || []).filter(look => at - look.at <= WINDOW);
  seen.set(dispatch.noticeId, [...before, {at, done: done(dispatch)}]);
}

async function show(node, address, root, seen) {
  try {
    const answer = await fetch(address, {headers: {Accept: 'application/json'}});
    if (!answer.ok) {
      throw new Error('Cockpit answers ' + answer.status);
    }
    const dispatches = await answer.json();
    dispatches.forEach(dispatch => remember(seen, dispatch, Date.now()));
    node.replaceChildren(
      ...(dispatches.length
        ? [table(dispatches, seen), report(dispatches, root)]
        : [element('p', 'dispatch', 'No notice of this case has been sent.')])
    );
  } catch (failure) {
    node.replaceChildren(element('p', 'dispatch', 'This can not be shown now: ' + failure.message));
  }
}

export default [
  {
    id: 'dispatch',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 5,
    properties: {label: 'Dispatch'},
    render(node, {api, processInstanceId}) {
      const address =
        api.cockpitApi + '/plugin/dispatch/' + api.engine + '/process-instance/' + processInstanceId;
      const root = api.cockpitApi.replace(/\/camunda\/api\/cockpit$/, '');
      const seen = new Map();
      show(node, address, root, seen);
      timer = setInterval(() => show(node, address, root, seen), EVERY);
    },
    unmount() {
      clearInterval(timer);
    },
  },
];
