// Times in words, and deadlines that are counted down, each by what is marked on its element.
import {element} from './elements.js';
import {language, say} from './language.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** As the server writes it: Fri 27 Mar 2026, 16:30 Berlin. */
export function at(instant, zone) {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const {weekday, day, month, year, hour, minute} = Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({type, value}) => [type, value])
  );
  const place = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute} ${place}`;
}

/** Two units, as far as they say anything: 2 days 4 h, 5 h 12 min, 9 min 30 s. */
export function amount(seconds) {
  if (seconds >= 2 * DAY) {
    return say('%s days %s h', Math.floor(seconds / DAY), Math.floor((seconds % DAY) / HOUR));
  }
  if (seconds >= HOUR) {
    return say('%s h %s min', Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / MINUTE));
  }
  return say('%s min %s s', Math.floor(seconds / MINUTE), seconds % MINUTE);
}

/** What the lights mean is in docs/managers.md. Each has a shape and words of its own. */
const LIGHTS = {
  over: {shape: '■', words: say('overdue')},
  missed: {shape: '■', words: say('past our target')},
  close: {shape: '▲', words: say('close')},
  ahead: {shape: '●', words: say('in time')},
  none: {shape: '○', words: say('no clock runs')},
};

function lightOf(clock, now) {
  if (!clock || !clock.due) {
    return 'none';
  }
  if (now > Date.parse(clock.due)) {
    return clock.own ? 'missed' : 'over';
  }
  return now >= Date.parse(clock.closeFrom) ? 'close' : 'ahead';
}

function show(node, clock, now) {
  const light = lightOf(clock, now);
  if (node.dataset.light !== light) {
    node.dataset.light = light;
    node.firstChild.textContent = LIGHTS[light].shape + ' ' + LIGHTS[light].words;
  }
  const left = clock && clock.due ? Math.floor((Date.parse(clock.due) - now) / 1000) : undefined;
  const words = left === undefined ? '' : left < 0 ? say('%s ago', amount(-left)) : say('in %s', amount(left));
  if (node.lastChild.textContent !== words) {
    node.lastChild.textContent = words;
  }
}

/** The clocks of one page, which go by the server's time. */
export class Clocks {
  constructor() {
    this.running = [];
    this.ahead = 0;
    this.timer = setInterval(() => this.tick(), 1000);
  }

  /** What was counted down is no longer shown. */
  restart(now) {
    this.running = [];
    this.ahead = now - Date.now();
  }

  countdown(clock) {
    const node = element('div', 'countdown', element('span', 'light'), element('span', 'left'));
    this.running.push({node, clock});
    show(node, clock, Date.now() + this.ahead);
    return node;
  }

  tick() {
    const now = Date.now() + this.ahead;
    this.running.forEach(({node, clock}) => show(node, clock, now));
  }

  stop() {
    clearInterval(this.timer);
  }
}
