// What is known of a case, as tabs on each of its process instances.
import {element, keepUp, link, row, table} from './elements.js';
import {Clocks} from './time.js';

const EVERY = 10000;

function nothing(words) {
  return [element('p', 'nothing', words)];
}

/** Long texts are folded away; those who look for them open them. */
function folded(title, ...content) {
  return element('details', '', element('summary', '', title), ...content);
}

function said(title, words) {
  return words ? element('p', '', element('strong', '', title + ': '), words) : null;
}

function tab(name, draw) {
  return (node, {api, processInstanceId}) => {
    const clocks = new Clocks();
    const body = element('div', 'case-pages case-' + name);
    node.replaceChildren(body);
    const end = keepUp(
      body,
      api.cockpitApi + '/plugin/cases/' + api.engine + '/process-instance/' + processInstanceId + '/' + name,
      (answer, now) => {
        clocks.restart(now);
        return draw(answer, {clocks, root: api.cockpitApi.replace(/\/camunda\/api\/cockpit$/, '')});
      },
      EVERY
    );
    return () => {
      end();
      clocks.stop();
    };
  };
}

function dutyRow({row: duty, reckoning, wording, latest, why, reference, reason}, clocks) {
  return row([
    element('div', '', duty.recipient, element('div', 'whom', duty.place)),
    duty.over ? element('span', 'left', 'over') : clocks.countdown(duty.clock),
    element(
      'div',
      'at',
      duty.clock.inWords || 'waits for ' + duty.waitsFor,
      duty.clock.own && duty.clock.inWords ? element('div', 'whom', 'our own target, not law') : null,
      latest ? element('div', 'whom', 'at the latest, in another reading: ' + latest) : null
    ),
    element(
      'div',
      '',
      duty.state,
      duty.told ? element('div', 'whom', duty.told) : null,
      reference ? element('div', 'whom', 'reference ' + reference) : null,
      reason ? element('div', 'whom', reason) : null,
      why ? element('div', 'whom', 'depends on: ' + why) : null
    ),
    element(
      'div',
      'reckoning',
      element('div', 'law', duty.citation),
      reckoning,
      element('div', 'whom', 'The law: “' + wording + '”')
    ),
  ]);
}

function notOwed(rows) {
  return folded(
    'What no law asks for here, and why (' + rows.length + ')',
    table(
      'not-owed',
      'What no law asks for',
      ['Who is not told', 'Law', 'Why not'],
      rows.map(({row: duty, why}) =>
        row([element('div', '', duty.recipient, element('div', 'whom', duty.place)), duty.citation, why])
      )
    )
  );
}

const clocksTab = tab('clocks', (answer, {clocks}) => [
  ...(answer.owed.length
    ? [
        table(
          'clocks',
          'Clocks of the case',
          ['Who is told', 'Time left', 'Due', 'State', 'How it is reckoned'],
          answer.owed.map(duty => dutyRow(duty, clocks))
        ),
      ]
    : nothing('There is no duty to tell anyone in this case.')),
  ...(answer.notOwed.length ? [notOwed(answer.notOwed)] : []),
]);

function answerOf({role, person, said, at, comment}) {
  return element(
    'li',
    said === 'refused' ? 'refused' : '',
    role + ': ' + said + (person ? ' by ' + person + ', ' + at : '') + (comment ? ': ' + comment : '')
  );
}

function preview(path, root) {
  const made = link(root + path, 'Preview as it is sent');
  made.target = '_blank';
  made.rel = 'noopener';
  return made;
}

function textRow(text, root) {
  return row([
    element('div', '', element('strong', '', text.title), element('div', 'whom', text.kind)),
    element('div', 'at', text.author, element('div', 'whom', text.submitted)),
    element(
      'div',
      '',
      element('strong', 'state', text.state),
      text.sent ? element('div', 'whom', text.sent) : null,
      text.publishedAt ? element('div', '', link(text.publishedAt, 'Published')) : null
    ),
    text.answers.length ? element('ul', 'answers', ...text.answers.map(answerOf)) : 'nobody asked yet',
    element(
      'div',
      '',
      text.preview ? preview(text.preview, root) : null,
      folded('The text', element('pre', 'content', text.content)),
      element('div', 'whom sha256', 'SHA-256 ' + text.sha256)
    ),
  ]);
}

const noticesTab = tab('notices', (texts, {root}) =>
  texts.length
    ? [
        table(
          'texts',
          'Texts of the case',
          ['Text', 'Written by', 'State', 'Signatures', 'What it says'],
          texts.map(text => textRow(text, root))
        ),
      ]
    : nothing('No text has been laid down for signature in this case.')
);

function verified({acts, broken}) {
  return broken === null
    ? element('p', 'chain', '✓ Verified: all ' + acts.length + ' acts are as they were written down.')
    : element('p', 'chain broken', '✗ Not verified: act ' + broken + ' is not what was written down, or one before it is missing.');
}

const timelineTab = tab('timeline', answer =>
  answer.acts.length
    ? [
        verified(answer),
        table(
          'acts',
          'Timeline of the case',
          ['No.', 'When', 'Who', 'What', 'In detail'],
          answer.acts.map(({number, at, by, act, detail, content}) =>
            row([
              String(number),
              element('div', 'at', at),
              by,
              act,
              element('div', '', detail, content ? element('div', 'whom sha256', 'SHA-256 ' + content) : null),
            ])
          )
        ),
      ]
    : nothing('Nothing is on the timeline of this case.')
);

function version({number, recordedBy, recordedAt, changes}) {
  const title = 'Version ' + number + ', recorded by ' + recordedBy + ', ' + recordedAt;
  return element(
    'section',
    '',
    element('h4', '', title),
    table(
      'changes',
      title,
      number === 1 ? ['Fact', 'As first known'] : ['Fact', 'Before', 'Since'],
      changes.map(({fact, before, after}) =>
        row(number === 1 ? [fact, after] : [fact, before || 'not known', after || 'not known any more'])
      )
    )
  );
}

const factsTab = tab('facts', versions =>
  versions.length ? versions.map(version) : nothing('Nothing is known of this case yet.')
);

/** In the order in which they stand. */
export const caseTabs = [
  {label: 'Clocks', begin: clocksTab},
  {label: 'Notices', begin: noticesTab},
  {label: 'Timeline', begin: timelineTab},
  {label: 'Facts', begin: factsTab},
];
