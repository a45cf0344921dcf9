// The register of breaches (GDPR Art 33(5)): a page of its own, with the filter of the API.
const PATH = '/breach-register';

const TOLD = {
  late: 'late',
  'in-time': 'in time',
  pending: 'nobody yet',
  nobody: 'nobody had to be',
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
  return n === null ? '' : n.toLocaleString('en');
}

function hours(n) {
  if (n === null) {
    return '–';
  }
  return n < 48 ? number(n) + ' h' : Math.floor(n / 24) + ' d ' + Math.round(n % 24) + ' h';
}

function minute(instant) {
  return new Date(instant).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
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
    .map(([level, count]) => (level === 'not-assessed' ? 'not assessed' : 'level ' + level) + ': ' + count)
    .join(', ');
}

function years(all) {
  const made = table('years', [
    'Year',
    'Breaches',
    'By criticality',
    'Told in time',
    'Told late',
    'Nobody yet',
    'Nobody had to be',
    'People affected',
    'To triage',
    'To authority',
    'To customers',
    'False alarms',
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
    ...(breach.decision ? ['Customers: ' + breach.decision] : []),
    ...said(breach.duties, duty => duty.whyNotTold),
    ...said(
      breach.duties.filter(duty => duty.late),
      duty => 'late: ' + (duty.reasonForDelay || 'no reason is recorded yet')
    ),
  ];
}

function facts(breach) {
  return [
    ['Cause', breach.cause],
    ['Effects', breach.effects],
    ['Remedial action', breach.remedialAction],
    ['Risk', breach.risk && breach.risk + (breach.riskReason ? ': ' + breach.riskReason : '')],
    ['Criticality', breach.criticalityReason],
    ['Told', said(breach.duties, duty => duty.toldAt && minute(duty.toldAt)).join('\n')],
    ['Not told or late, and why', reasons(breach).join('\n')],
  ].filter(([, words]) => words);
}

function details(breach) {
  const made = element('details', '');
  made.append(element('summary', '', breach.title));
  const list = element('dl', '');
  facts(breach).forEach(([label, words]) => list.append(element('dt', '', label), element('dd', '', words)));
  made.append(element('p', '', breach.description), list);
  return made;
}

function evidence(breach, root, end) {
  const made = element('a', end, end.toUpperCase());
  made.href = root + '/api/incidents/' + breach.caseNumber + '/evidence.' + end;
  made.setAttribute('aria-label', 'Evidence of ' + breach.caseNumber + ' as ' + end.toUpperCase());
  return made;
}

function breachRow(breach, root) {
  const made = row([
    ['case', breach.caseNumber],
    ['what', ''],
    ['reported', minute(breach.reportedAt)],
    ['status', breach.status.replace('-', ' ')],
    ['level', breach.criticality === null ? '–' : String(breach.criticality)],
    ['people', number(breach.people)],
    ['told ' + breach.told, TOLD[breach.told]],
    ['evidence', ''],
  ]);
  made.querySelector('.what').append(details(breach));
  made.querySelector('.evidence').append(evidence(breach, root, 'pdf'), ' ', evidence(breach, root, 'zip'));
  return made;
}

function breaches(all, root) {
  const made = table('breaches', ['Case', 'What', 'Reported', 'State', 'Level', 'People', 'Told', 'Evidence']);
  made.tBodies[0].append(...all.map(breach => breachRow(breach, root)));
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
    field('Year', year),
    field('Criticality', choice('criticality', [['', 'all'], ...[0, 1, 2, 3, 4, 5, 6].map(n => [n, 'level ' + n])])),
    field('Jurisdiction', text('jurisdiction', 'text', 8)),
    field(
      'Notified',
      choice('notified', [
        ['', 'all'],
        ['true', 'somebody was told'],
        ['false', 'nobody was told'],
      ])
    ),
    field(
      'State',
      choice('state', [
        ['', 'all breaches'],
        ['running', 'running'],
        ['closed', 'closed'],
        ['false-alarm', 'false alarms'],
      ])
    ),
    field('Text', text('text', 'search', 20)),
    element('button', 'btn btn-primary', 'Show')
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
    const link = element('a', end, 'Register as ' + label);
    link.href = root + '/api/register.' + end + asked;
    made.append(link);
  });
  return made;
}

async function refusal(answer) {
  if (answer.status === 403) {
    return 'The register is for legal, privacy and managers.';
  }
  const problem = await answer.json().catch(() => ({}));
  return problem.detail || 'The server answers ' + answer.status;
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
      element('h3', 'section-title', 'In numbers'),
      years(register.years),
      element('h3', 'section-title', register.breaches.length + (register.breaches.length === 1 ? ' case' : ' cases')),
      breaches(register.breaches, root)
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
    properties: {label: 'Breach register', path: PATH},
    render(node) {
      const link = element('a', '', 'Breach register');
      link.href = '#' + PATH;
      node.append(link);
    },
  },
  {
    id: 'breachRegisterPage',
    pluginPoint: 'cockpit.route',
    priority: 5,
    properties: {path: PATH, label: 'Breach register'},
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
        element('h2', '', 'Breach register'),
        element('p', 'about', 'Each breach that was reported, whoever was told of it, with the reasons (GDPR Art 33(5)). No exercises. Times to triage, authority and customers are medians.'),
        form,
        body
      );
      node.replaceChildren(page);
      show(form, body, root);
    },
  },
];
