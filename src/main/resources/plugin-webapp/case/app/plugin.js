// The case of a task: its tightest clock on the card, and two tabs beside the form.
const MINUTE = 60000;
const WORDS = {
  en: {report: 'I think something is wrong', case: 'Case', notice: 'Notice', text: 'Text', none: 'This task belongs to no case.', failed: 'This can not be shown now: '},
  es: {report: 'Creo que algo va mal', case: 'Caso', notice: 'Aviso', text: 'Texto', none: 'Esta tarea no es de ningún caso.', failed: 'Ahora no se puede mostrar: '},
};
// as Tasklist itself chooses its language
const words = WORDS[navigator.language.slice(0, 2)] || WORDS.en;

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

/** What the server has made safe to show; links open beside what was typed. */
function page(html) {
  const made = element('div', 'case-page');
  made.innerHTML = html;
  made.querySelectorAll('a').forEach(link => (link.target = '_blank'));
  return made;
}

async function ask(api, path) {
  const answer = await fetch(api.tasklistApi + '/plugin/case/' + api.engine + '/' + path, {
    headers: {Accept: 'application/json'},
  });
  if (!answer.ok) {
    throw new Error(answer.status === 404 ? words.none : words.failed + answer.status);
  }
  return answer.json();
}

async function show(node, asked, shown) {
  try {
    node.replaceChildren(...shown(await asked));
  } catch (failure) {
    node.replaceChildren(element('p', 'case-page', failure.message));
  }
}

// The cards of a list are drawn one by one, and asked for together.
const cards = new Map();
let asking;

async function fillIn(api) {
  asking = undefined;
  cards.forEach((node, task) => node.isConnected || cards.delete(task));
  const tasks = [...cards.keys()];
  if (tasks.length === 0) {
    return;
  }
  const found = await ask(api, 'cards?' + tasks.map(task => 'task=' + encodeURIComponent(task)).join('&'));
  tasks.forEach(task => cards.has(task) && card(cards.get(task), found[task]));
  later(api, MINUTE);
}

function card(node, clock) {
  if (!clock) {
    node.replaceChildren();
    return;
  }
  const made = element('span', 'case-clock' + (clock.late ? ' overdue' : ''), clock.clock);
  // all of it: what does not fit on the card is cut off there
  made.title = clock.clock + '\n' + clock.law;
  node.replaceChildren(made);
}

function later(api, milliseconds) {
  clearTimeout(asking);
  // what can't be shown now may be a minute later
  asking = setTimeout(() => fillIn(api).catch(() => later(api, MINUTE)), milliseconds);
}

function text(chosen) {
  if (!chosen.address) {
    return page(chosen.html);
  }
  const mail = element('iframe', 'case-mail');
  mail.title = chosen.name;
  mail.sandbox = '';
  mail.src = chosen.address;
  return mail;
}

function notice(shown) {
  if (shown.texts.length === 0) {
    return [page(shown.checks)];
  }
  const label = element('label', 'case-choice', words.text + ' ');
  const choice = element('select', 'form-control');
  shown.texts.forEach((one, number) => choice.append(new Option(one.name, number)));
  const preview = element('div', 'case-text');
  const draw = () => preview.replaceChildren(text(shown.texts[choice.value]));
  choice.addEventListener('change', draw);
  label.append(choice);
  draw();
  return [label, preview, page(shown.checks)];
}

export default [
  {
    id: 'report',
    pluginPoint: 'tasklist.navbar.action',
    priority: 400,
    render(node) {
      const entry = element('a', 'report-action', words.report);
      // opens the form for it
      entry.href = '#/?processStart=respond-to-breach';
      node.replaceChildren(entry);
    },
  },
  {
    id: 'case-clock',
    pluginPoint: 'tasklist.card',
    priority: 0,
    render(node, {api, taskId}) {
      cards.set(taskId, node);
      later(api, 50);
    },
  },
  {
    id: 'case',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: {label: words.case},
    render(node, {api, taskId}) {
      show(node, ask(api, 'task/' + taskId + '/case'), shown => [page(shown.html)]);
    },
  },
  {
    id: 'notice',
    pluginPoint: 'tasklist.task.detail',
    priority: 890,
    properties: {label: words.notice},
    render(node, {api, taskId}) {
      show(node, ask(api, 'task/' + taskId + '/notice'), notice);
    },
  },
];
