// What is known of a case, as tabs on each of its process instances.
import {element, keepUp, link, row, table} from './elements.js';
import {Clocks} from './time.js';
import {say} from './language.js';

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
    duty.over ? element('span', 'left', say('over')) : clocks.countdown(duty.clock),
    element(
      'div',
      'at',
      duty.clock.inWords || say('waits for %s', duty.waitsFor),
      duty.clock.own && duty.clock.inWords ? element('div', 'whom', say('our own target, not law')) : null,
      latest ? element('div', 'whom', say('at the latest, in another reading: %s', latest)) : null
    ),
    element(
      'div',
      'state',
      duty.state,
      duty.told ? element('div', 'whom', duty.told) : null,
      reference ? element('div', 'whom', say('reference %s', reference)) : null,
      reason ? element('div', 'whom', reason) : null,
      why ? element('div', 'whom', say('depends on: %s', why)) : null
    ),
    element(
      'div',
      'reckoning',
      element('div', 'law', duty.citation),
      reckoning,
      element('div', 'whom', say('The law: “%s”', wording))
    ),
  ]);
}

function notOwed(rows) {
  return folded(
    say('What no law asks for here, and why (%s)', rows.length),
    table(
      'not-owed',
      say('What no law asks for'),
      [say('Who is not told'), say('Law'), say('Why not')],
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
          say('Clocks of the case'),
          [say('Who is told'), say('Time left'), say('Due'), say('State'), say('How it is reckoned')],
          answer.owed.map(duty => dutyRow(duty, clocks))
        ),
      ]
    : nothing(say('There is no duty to tell anyone in this case.'))),
  ...(answer.notOwed.length ? [notOwed(answer.notOwed)] : []),
]);

function answerOf({role, person, refused, said, at, comment}) {
  return element(
    'li',
    refused ? 'refused' : '',
    role + ': ' + (person ? say('%s by %s, %s', said, person, at) : said) + (comment ? ': ' + comment : '')
  );
}

function preview(path, root) {
  const made = link(root + path, say('Preview as it is sent'));
  made.target = '_blank';
  made.rel = 'noopener';
  return made;
}

/** A long one scrolls, for those without a mouse as well. */
function content(text) {
  const made = element('pre', 'content', text.content);
  made.tabIndex = 0;
  made.setAttribute('role', 'region');
  made.setAttribute('aria-label', text.title);
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
      text.publishedAt ? element('div', '', link(text.publishedAt, say('Published'))) : null
    ),
    text.answers.length ? element('ul', 'answers', ...text.answers.map(answerOf)) : say('nobody asked yet'),
    element(
      'div',
      '',
      text.preview ? preview(text.preview, root) : null,
      folded(say('The text'), content(text)),
      element('div', 'whom sha256', 'SHA-256 ' + text.sha256)
    ),
  ]);
}

const noticesTab = tab('notices', (texts, {root}) =>
  texts.length
    ? [
        table(
          'texts',
          say('Texts of the case'),
          [say('Text'), say('Written by'), say('State'), say('Signatures'), say('What it says')],
          texts.map(text => textRow(text, root))
        ),
      ]
    : nothing(say('No text has been laid down for signature in this case.'))
);

function verified({acts, broken}) {
  return broken === null
    ? element('p', 'chain', say('✓ Verified: all %s acts are as they were written down.', acts.length))
    : element('p', 'chain broken', say('✗ Not verified: act %s is not what was written down, or one before it is missing.', broken));
}

const timelineTab = tab('timeline', answer =>
  answer.acts.length
    ? [
        verified(answer),
        table(
          'acts',
          say('Timeline of the case'),
          [say('No.'), say('When'), say('Who'), say('What'), say('In detail')],
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
    : nothing(say('Nothing is on the timeline of this case.'))
);

function version({number, recordedBy, recordedAt, changes}) {
  const title = say('Version %s, recorded by %s, %s', number, recordedBy, recordedAt);
  return element(
    'section',
    '',
    element('h4', '', title),
    table(
      'changes',
      title,
      number === 1 ? [say('Fact'), say('As first known')] : [say('Fact'), say('Before'), say('Since')],
      changes.map(({fact, before, after}) =>
        row(number === 1 ? [fact, after] : [fact, before || say('not known'), after || say('not known any more')])
      )
    )
  );
}

const factsTab = tab('facts', versions =>
  versions.length ? versions.map(version) : nothing(say('Nothing is known of this case yet.'))
);

/** In the order in which they stand. */
export const caseTabs = [
  {name: 'clocks', label: say('Clocks'), begin: clocksTab},
  {name: 'notices', label: say('Notices'), begin: noticesTab},
  {name: 'timeline', label: say('Timeline'), begin: timelineTab},
  {name: 'facts', label: say('Facts'), begin: factsTab},
];
