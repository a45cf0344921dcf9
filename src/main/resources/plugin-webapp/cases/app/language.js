// What our pages say, in the language of the browser, as Cockpit itself chooses it. English is the key.
const LANGUAGES = ['es'];
const chosen = navigator.language.slice(0, 2);

/** The language in which numbers and times are written, too. */
export const language = LANGUAGES.includes(chosen) ? chosen : 'en';

const words = language === 'en' ? {} : await (await fetch(new URL(language + '.json', import.meta.url))).json();

/** @param filled what stands in for each %s of the text, in this order */
export function say(text, ...filled) {
  let at = 0;
  return (words[text] || text).replace(/%s/g, () => filled[at++]);
}
