// What the pages of our plugins are made of. Text is set as text: titles are what people typed.
import {say} from './language.js';

export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...content.filter(piece => piece !== undefined && piece !== null));
  return made;
}

export function link(address, text) {
  const made = element('a', '', text);
  made.href = address;
  return made;
}

/** The response of a case in Cockpit, where it has one that may be read. */
export function caseLink(caseNumber, processInstanceId) {
  return processInstanceId
    ? link('#/process-instance/' + processInstanceId + '/runtime', caseNumber)
    : element('span', '', caseNumber);
}

export function headers(titles) {
  return element(
    'tr',
    '',
    ...titles.map(title => {
      const made = element('th', '', title);
      made.scope = 'col';
      return made;
    })
  );
}

/**
 * A table with a caption for those who cannot see where it stands.
 *
 * @param rows elements of the body
 */
export function table(className, caption, titles, rows) {
  return element(
    'table',
    'cam-table ' + className,
    element('caption', 'sr-only', caption),
    element('thead', '', headers(titles)),
    element('tbody', '', ...rows)
  );
}

/** A row; its cells are texts or elements, the first one names it. */
export function row(cells) {
  return element(
    'tr',
    '',
    ...cells.map((cell, at) => {
      const made = element(at ? 'td' : 'th', '', cell);
      if (!at) {
        made.scope = 'row';
      }
      return made;
    })
  );
}

/**
 * Asks again and again, and draws what has changed: what stays keeps its place and the focus.
 *
 * @param draw makes what stands in the node of the answer and the server's time
 * @returns what ends it
 */
export function keepUp(node, address, draw, every) {
  node.replaceChildren(element('p', 'nothing', say('Being read …')));
  let ended = false;
  let shown;
  let waiting;
  async function look() {
    let now;
    let found;
    try {
      const answer = await fetch(address, {headers: {Accept: 'application/json'}});
      if (!answer.ok) {
        throw new Error(answer.status === 403 ? say('you may not see it') : say('Cockpit answers %s', answer.status));
      }
      now = Date.parse(answer.headers.get('Date')) || Date.now();
      found = await answer.text();
    } catch (failure) {
      found = failure;
    }
    if (ended) {
      return;
    }
    if (found instanceof Error) {
      shown = undefined;
      node.replaceChildren(element('p', 'nothing', say('This can not be shown now: %s.', found.message)));
    } else if (found !== shown) {
      shown = found;
      node.replaceChildren(...draw(JSON.parse(found), now));
    }
    waiting = setTimeout(look, every);
  }
  look();
  return () => {
    ended = true;
    clearTimeout(waiting);
  };
}
