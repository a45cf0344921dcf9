// The case of a task: its tightest clock on the card, and two tabs beside the form.
import {say} from '../../../../../cockpit/plugin/cases/static/app/language.js';

const MINUTE = 60000;

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
    throw new Error(answer.status === 404 ? say('This task belongs to no case.') : say('This can not be shown now: %s.', answer.status));
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
  const label = element('label', 'case-choice', say('Text') + ' ');
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
      const entry = element('a', 'report-action', say('I think something is wrong'));
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
    properties: {label: say('Case')},
    render(node, {api, taskId}) {
      show(node, ask(api, 'task/' + taskId + '/case'), shown => [page(shown.html)]);
    },
  },
  {
    id: 'notice',
    pluginPoint: 'tasklist.task.detail',
    priority: 890,
    properties: {label: say('Notice')},
    render(node, {api, taskId}) {
      show(node, ask(api, 'task/' + taskId + '/notice'), notice);
    },
  },
];
