// The register of breaches (GDPR Art 33(5)): a page of its own, with the filter of the API.
import {language, say} from '../../../cases/static/app/language.js';
import {at} from '../../../cases/static/app/time.js';

const PATH = '/breach-register';

// as the API names them
const STATES = {
  reported: say('reported'),
  responding: say('responding'),
  'false-alarm': say('false alarm'),
  closed: say('closed'),
};

const RISKS = {
  none: say('no risk'),
  unlikely: say('unlikely'),
  risk: say('risk'),
  high: say('high'),
};

const TOLD = {
  late: say('late'),
  'in-time': say('in time'),
  pending: say('nobody yet'),
  nobody: say('nobody had to be'),
};

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

function number(n) {
  return n === null ? '' : n.toLocaleString(language);
}

function hours(n) {
  if (n === null) {
    return '–';
  }
  return n < 48 ? say('%s h', number(n)) : say('%s d %s h', Math.floor(n / 24), Math.round(n % 24));
}

function table(className, titles) {
  const made = element('table', 'cam-table ' + className);
  const head = element('tr', '');
  titles.forEach(title => {
    const cell = element('th', '', title);
    cell.scope = 'col';
    head.append(cell);
  });
  made.append(element('thead', ''), element('tbody', ''));
  made.tHead.append(head);
  return made;
}

function row(cells) {
  const made = element('tr', '');
  made.append(...cells.map(([className, text]) => element('td', className, text)));
  return made;
}

function levels(counts) {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => (level === 'not-assessed' ? say('not assessed') : say('level %s', level)) + ': ' + count)
    .join(', ');
}

function years(all) {
  const made = table('years', [
    say('Year'),
    say('Breaches'),
    say('By criticality'),
    say('Told in time'),
    say('Told late'),
    say('Nobody yet'),
    say('Nobody had to be'),
    say('People affected'),
    say('To triage'),
    say('To authority'),
    say('To customers'),
    say('False alarms'),
  ]);
  made.tBodies[0].append(
    ...all.map(year =>
      row([
        ['year', String(year.year)],
        ['breaches', number(year.breaches)],
        ['levels', levels(year.byCriticality)],
        ['in-time', number(year.toldInTime)],
        ['late', number(year.toldLate)],
        ['pending', number(year.pending)],
        ['nobody', number(year.nobodyTold)],
        ['people', number(year.peopleAffected)],
        ['triage', hours(year.hoursToTriage)],
        ['authority', hours(year.hoursToAuthority)],
        ['customers', hours(year.hoursToCustomers)],
        ['false-alarms', number(year.falseAlarms)],
      ])
    )
  );
  return made;
}

function said(duties, words) {
  return duties
    .filter(duty => words(duty))
    .map(duty => duty.recipientName + ' (' + duty.citation + '): ' + words(duty));
}

/** The reasons: why somebody was not told, why late. */
function reasons(breach) {
  return [
    ...(breach.decision ? [say('Customers: %s', breach.decision)] : []),
    ...said(breach.duties, duty => duty.whyNotTold),
    ...said(
      breach.duties.filter(duty => duty.late),
      duty => say('late: %s', duty.reasonForDelay || say('no reason is recorded yet'))
    ),
  ];
}

function facts(breach, zone) {
  return [
    [say('Cause'), breach.cause],
    [say('Effects'), breach.effects],
    [say('Remedial action'), breach.remedialAction],
    [say('Risk'), breach.risk && RISKS[breach.risk] + (breach.riskReason ? ': ' + breach.riskReason : '')],
    [say('Criticality'), breach.criticalityReason],
    [say('Told'), said(breach.duties, duty => duty.toldAt && at(duty.toldAt, zone)).join('\n')],
    [say('Not told or late, and why'), reasons(breach).join('\n')],
  ].filter(([, words]) => words);
}

function details(breach, zone) {
  const made = element('details', '');
  made.append(element('summary', '', breach.title));
  const list = element('dl', '');
  facts(breach, zone).forEach(([label, words]) => list.append(element('dt', '', label), element('dd', '', words)));
  made.append(element('p', '', breach.description), list);
  return made;
}

function evidence(breach, root, end) {
  const made = element('a', end, end.toUpperCase());
  made.href = root + '/api/incidents/' + breach.caseNumber + '/evidence.' + end;
  made.setAttribute('aria-label', say('Evidence of %s as %s', breach.caseNumber, end.toUpperCase()));
  return made;
}

function breachRow(breach, zone, root) {
  const made = row([
    ['case', breach.caseNumber],
    ['what', ''],
    ['reported', at(breach.reportedAt, zone)],
    ['status', STATES[breach.status]],
    ['level', breach.criticality === null ? '–' : String(breach.criticality)],
    ['people', number(breach.people)],
    ['told ' + breach.told, TOLD[breach.told]],
    ['evidence', ''],
  ]);
  made.querySelector('.what').append(details(breach, zone));
  made.querySelector('.evidence').append(evidence(breach, root, 'pdf'), ' ', evidence(breach, root, 'zip'));
  return made;
}

function breaches(all, zone, root) {
  const made = table('breaches', [
    say('Case'),
    say('What'),
    say('Reported'),
    say('State'),
    say('Level'),
    say('People'),
    say('Told'),
    say('Evidence'),
  ]);
  made.tBodies[0].append(...all.map(breach => breachRow(breach, zone, root)));
  return made;
}

function field(label, input) {
  const made = element('label', '', label);
  made.append(input);
  return made;
}

function text(name, type, size) {
  const made = element('input', 'form-control');
  made.name = name;
  made.type = type;
  made.size = size;
  return made;
}

function choice(name, options) {
  const made = element('select', 'form-control');
  made.name = name;
  options.forEach(([value, label]) => {
    const option = element('option', '', label);
    option.value = value;
    made.append(option);
  });
  return made;
}

function filter() {
  const made = element('form', 'filter');
  const year = text('year', 'number', 6);
  year.min = 1000;
  year.max = 9999;
  made.append(
    field(say('Year'), year),
    field(
      say('Criticality'),
      choice('criticality', [['', say('all')], ...[0, 1, 2, 3, 4, 5, 6].map(n => [n, say('level %s', n)])])
    ),
    field(say('Jurisdiction'), text('jurisdiction', 'text', 8)),
    field(
      say('Notified'),
      choice('notified', [
        ['', say('all')],
        ['true', say('somebody was told')],
        ['false', say('nobody was told')],
      ])
    ),
    field(
      say('State'),
      choice('state', [
        ['', say('all breaches')],
        ['running', say('running')],
        ['closed', say('closed')],
        ['false-alarm', say('false alarms')],
      ])
    ),
    field(say('Text'), text('text', 'search', 20)),
    element('button', 'btn btn-primary', say('Show'))
  );
  made.elements.jurisdiction.placeholder = 'DE, US-CA';
  return made;
}

function query(form) {
  const asked = new URLSearchParams();
  new FormData(form).forEach((value, name) => value && asked.set(name, value));
  return asked.size ? '?' + asked : '';
}

function files(root, asked) {
  const made = element('p', 'files');
  [
    ['csv', 'CSV'],
    ['pdf', 'PDF'],
  ].forEach(([end, label]) => {
    const link = element('a', end, say('Register as %s', label));
    link.href = root + '/api/register.' + end + asked;
    made.append(link);
  });
  return made;
}

async function refusal(answer) {
  if (answer.status === 403) {
    return say('The register is for legal, privacy and managers.');
  }
  const problem = await answer.json().catch(() => ({}));
  return problem.detail || say('The server answers %s', answer.status);
}

async function show(form, body, root) {
  const asked = query(form);
  try {
    const answer = await fetch(root + '/api/register' + asked, {headers: {Accept: 'application/json'}});
    if (!answer.ok) {
      throw new Error(await refusal(answer));
    }
    const register = await answer.json();
    body.replaceChildren(
      files(root, asked),
      element('h3', 'section-title', say('In numbers')),
      years(register.years),
      element('h3', 'section-title', register.breaches.length === 1 ? say('1 case') : say('%s cases', register.breaches.length)),
      breaches(register.breaches, register.zone, root)
    );
  } catch (failure) {
    const problem = element('p', 'problem', failure.message);
    problem.setAttribute('role', 'alert');
    body.replaceChildren(problem);
  }
}

export default [
  {
    id: 'breachRegister',
    pluginPoint: 'cockpit.navigation',
    priority: 5,
    properties: {label: say('Breach register'), path: PATH},
    render(node) {
      const link = element('a', '', say('Breach register'));
      link.href = '#' + PATH;
      node.append(link);
    },
  },
  {
    id: 'breachRegisterPage',
    pluginPoint: 'cockpit.route',
    priority: 5,
    properties: {path: PATH, label: say('Breach register')},
    render(node, {api}) {
      const root = api.cockpitApi.replace(/\/camunda\/api\/cockpit$/, '');
      const page = element('main', 'breach-register');
      const form = filter();
      const body = element('div', 'answer');
      body.setAttribute('aria-live', 'polite');
      form.addEventListener('submit', event => {
        event.preventDefault();
        show(form, body, root);
      });
      page.append(
        element('h2', '', say('Breach register')),
        element('p', 'about', say(
          'Each breach that was reported, whoever was told of it, with the reasons (GDPR Art 33(5)). No exercises. Times to triage, authority and customers are medians.'
        )),
        form,
        body
      );
      node.replaceChildren(page);
      show(form, body, root);
    },
  },
];
