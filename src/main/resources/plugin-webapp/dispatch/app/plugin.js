// How far the notices of a case have been sent, as a tab on each of its process instances.
import {element, headers, link} from '../../../cases/static/app/elements.js';
import {language, say} from '../../../cases/static/app/language.js';

const EVERY = 3000;
// The rate is that of the last minute: an average since the start would know of no pause.
const WINDOW = 60000;

let timer;

function number(n) {
  return n.toLocaleString(language);
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
    return say('%s s', Math.ceil(seconds));
  }
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? say('%s min', minutes) : say('%s h %s min', Math.floor(minutes / 60), minutes % 60);
}

function pace(dispatch, seen) {
  if (dispatch.queued === 0) {
    return say('finished');
  }
  if (dispatch.paused) {
    return say('paused');
  }
  const perSecond = rate(seen);
  if (perSecond === undefined) {
    return say('being measured');
  }
  return perSecond > 0
    ? say('%s per second, %s left', number(Math.round(perSecond * 10) / 10), time(dispatch.queued / perSecond))
    : say('none sent in the last minute');
}

function bar(dispatch) {
  const whole = element('div', 'progress');
  [
    ['sent', 'success', say('Sent')],
    ['failed', 'danger', say('Failed')],
    ['bounced', 'warning', say('Bounced')],
    ['uncertain', 'info', say('Uncertain')],
    ['leftOut', 'striped', say('Left out')],
  ].forEach(([what, color, title]) => {
    const piece = element('div', 'progress-bar progress-bar-' + color);
    piece.style.width = (dispatch.total ? (100 * dispatch[what]) / dispatch.total : 0) + '%';
    piece.title = title;
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
  ['sent', 'failed', 'bounced', 'uncertain', 'held', 'leftOut', 'queued', 'total'].forEach(what =>
    made.append(element('td', what, number(dispatch[what])))
  );
  made.append(element('td', 'pace', pace(dispatch, seen)));
  return made;
}

function table(dispatches, seen) {
  const made = element('table', 'cam-table dispatch');
  made.append(
    element('thead', '', headers([
      say('Notice'),
      say('SHA-256 of its recipients'),
      say('Progress'),
      say('Sent'),
      say('Failed'),
      say('Bounced'),
      say('Uncertain'),
      say('Held'),
      say('Left out'),
      say('Queued'),
      say('In all'),
      say('Pace'),
    ])),
    element('tbody', '')
  );
  made.tBodies[0].append(...dispatches.map(dispatch => row(dispatch, seen.get(dispatch.noticeId))));
  return made;
}

/** Who may watch may take out the numbers by language, domain and status. */
function report(dispatches, root) {
  const made = link(root + '/api/incidents/' + dispatches[0].caseNumber + '/delivery.csv', say('Delivery report (CSV)'));
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
      throw new Error(say('Cockpit answers %s', answer.status));
    }
    const dispatches = await answer.json();
    dispatches.forEach(dispatch => remember(seen, dispatch, Date.now()));
    node.replaceChildren(
      ...(dispatches.length
        ? [table(dispatches, seen), report(dispatches, root)]
        : [element('p', 'dispatch', say('No notice of this case has been sent.'))])
    );
  } catch (failure) {
    node.replaceChildren(element('p', 'dispatch', say('This can not be shown now: %s.', failure.message)));
  }
}

export default [
  {
    id: 'dispatch',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 5,
    properties: {label: say('Dispatch')},
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
