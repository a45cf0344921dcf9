// The obligations of all cases with their clocks: sorted by any column, filtered.
import {caseLink, element, keepUp, row} from './elements.js';
import {Clocks} from './time.js';
import {language, say} from './language.js';

const EVERY = 10000;

/** Without a time it comes last, whichever way the table is sorted. */
const due = duty => (duty.over ? undefined : duty.clock.due || undefined);

const COLUMNS = [
  {title: say('Time left'), by: due},
  {title: say('Due'), by: duty => duty.clock.due || undefined},
  {title: say('Jurisdiction'), by: duty => duty.place},
  {title: say('Who is told'), by: duty => duty.recipient},
  {title: say('Law'), by: duty => duty.citation},
  {title: say('State'), by: duty => duty.state},
  {title: say('Case'), by: duty => duty.caseNumber},
];

const FILTERS = [
  {name: 'place', title: say('Jurisdiction')},
  {name: 'recipient', title: say('Authority or recipient')},
  {name: 'state', title: say('State')},
];

function compare(a, b, down) {
  if (a === undefined || b === undefined) {
    return a === b ? 0 : a === undefined ? 1 : -1;
  }
  return (down ? -1 : 1) * a.localeCompare(b, language, {numeric: true});
}

function dueCell(duty) {
  const {inWords, own} = duty.clock;
  if (!inWords) {
    return say('waits for %s', duty.waitsFor);
  }
  return element('div', 'at', inWords, own ? element('div', 'whom', say('our own target, not law')) : null);
}

function dutyRow(duty, clocks) {
  return row([
    duty.over ? element('span', 'left', say('over')) : clocks.countdown(duty.clock),
    dueCell(duty),
    duty.place,
    element('div', '', duty.recipient, duty.kind ? element('div', 'whom', duty.kind) : null),
    element('div', '', duty.citation, element('div', 'whom', duty.regime)),
    element('div', '', duty.state, duty.told ? element('div', 'whom', duty.told) : null),
    element(
      'div',
      '',
      duty.exercise ? element('span', 'label label-info exercise', say('EXERCISE')) : null,
      caseLink(duty.caseNumber, duty.processInstanceId),
      element('div', 'whom', duty.title)
    ),
  ]);
}

class Board {
  constructor(node, clocks) {
    this.clocks = clocks;
    this.duties = [];
    this.sorted = {column: 0, down: false};
    this.body = element('tbody', '');
    this.count = element('p', 'count');
    this.count.setAttribute('role', 'status');
    this.heads = COLUMNS.map((column, at) => this.head(column, at));
    this.selects = FILTERS.map(filter => this.select(filter));
    const head = element('tr', '', ...this.heads);
    const table = element(
      'table',
      'cam-table statutory-clocks',
      element('caption', 'sr-only', say('Statutory clocks')),
      element('thead', '', head),
      this.body
    );
    node.append(
      ...this.selects.map(select => select.label),
      this.count,
      table
    );
  }

  head(column, at) {
    const button = element('button', 'sort', column.title, element('span', 'arrow', ''));
    button.type = 'button';
    button.addEventListener('click', () => {
      this.sorted = {column: at, down: this.sorted.column === at && !this.sorted.down};
      this.draw();
    });
    const made = element('th', '', button);
    made.scope = 'col';
    return made;
  }

  select({name, title}) {
    const select = element('select', name);
    select.addEventListener('change', () => this.draw());
    return {name, select, label: element('label', '', title, select)};
  }

  show(duties, now) {
    this.duties = duties;
    this.now = now;
    this.selects.forEach(({name, select}) => this.offer(name, select));
    this.draw();
  }

  /** What was chosen stays chosen while there is any of it. */
  offer(name, select) {
    const chosen = select.value;
    const values = [...new Set(this.duties.map(duty => duty[name]))].sort((a, b) => a.localeCompare(b, language));
    select.replaceChildren(
      new Option(say('all'), ''),
      ...values.map(value => new Option(value, value, false, value === chosen))
    );
  }

  draw() {
    const {column, down} = this.sorted;
    this.heads.forEach((head, at) => {
      const sorted = at === column;
      head.setAttribute('aria-sort', sorted ? (down ? 'descending' : 'ascending') : 'none');
      head.querySelector('.arrow').textContent = sorted ? (down ? ' ▼' : ' ▲') : '';
    });
    const {by} = COLUMNS[column];
    const shown = this.duties
      .filter(duty => this.selects.every(({name, select}) => !select.value || duty[name] === select.value))
      .sort((a, b) => compare(by(a), by(b), down));
    this.clocks.restart(this.now);
    this.count.textContent = this.duties.length
      ? say('%s of %s duties', shown.length, this.duties.length)
      : say('There is no duty to tell anyone.');
    this.body.replaceChildren(...shown.map(duty => dutyRow(duty, this.clocks)));
  }
}

export function statutoryClocks(node, api) {
  const clocks = new Clocks();
  const closed = element('input', 'closed');
  closed.type = 'checkbox';
  const problem = element('div', 'problem');
  const content = element('div', 'filters', element('label', '', closed, ' ', say('closed cases too')));
  const board = new Board(content, clocks);
  node.replaceChildren(
    element('div', 'case-pages ctn-view container-fluid', element('h1', 'section-title', say('Statutory clocks')), problem, content)
  );
  let end;
  function look() {
    end = keepUp(
      problem,
      api.cockpitApi + '/plugin/cases/' + api.engine + '/statutory-clocks?closed=' + closed.checked,
      (duties, now) => {
        board.show(duties, now);
        return [];
      },
      EVERY
    );
  }
  closed.addEventListener('change', () => {
    end();
    look();
  });
  look();
  return () => {
    end();
    clocks.stop();
  };
}
