import '../../../lib/single-sign-on.js';

export default {
  app: { name: 'Tasklist', vendor: 'breach-response' },
  locales: { availableLocales: ['en', 'es'], fallbackLocale: 'en' },
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' },
  },
};

// A link in a form opens beside it: what was typed would be lost. The form's own HTML may not say so.
document.addEventListener('click', event => {
  const link = event.target.closest('.fjs-form a');
  if (link) {
    link.target = '_blank';
  }
}, true);

// What was wrong with a question that is no longer asked still counts for Tasklist, and would keep
// the task from ever being completed. Completing it checks what is asked now.
document.addEventListener('change', event => {
  const form = event.target.closest('.fjs-form');
  if (form) {
    setTimeout(() => {
      if (!form.querySelector('.fjs-has-errors')) {
        document
          .querySelectorAll('.form-actions .btn-primary, .modal-footer .btn-primary')
          .forEach(button => (button.disabled = false));
      }
    });
  }
});

// A list that closes while an answer is checked would not open again: the Preact of form-js draws it
// as closed and remembers it as open (preactjs/preact#3922). What is drawn is what holds.
function rememberWhatIsDrawn(part) {
  part?.__c?.__H?.__.forEach(state => {
    if (state.__N) {
      state.__ = state.__N;
      state.__N = undefined;
    }
  });
  part?.__k?.forEach(rememberWhatIsDrawn);
}

['mousedown', 'focus'].forEach(event =>
  document.addEventListener(event, ({target}) => {
    const form = target.closest?.('.fjs-container');
    if (form) {
      rememberWhatIsDrawn(form.__k);
    }
  }, true)
);

// The browser brings only the line with the caret into sight, and neither the field nor its label.
document.addEventListener('keyup', ({key, target}) => {
  if (key === 'Tab') {
    target.closest('.fjs-form-field')?.scrollIntoView({block: 'nearest'});
  }
});

// A message names a field by its key. People know it by its label, and want to be taken to it.
function inTheFormsWords(message) {
  const said = message.textContent;
  const fields = [];
  const better = said
    .replace(/^Cannot (submit task form|instantiate process definition) \S+: /, '')
    .replace(/(^|; )([\w.]+): /g, (whole, before, path) => {
      // facts have paths, hold.until, where forms have keys, holdUntil
      const key = path.replace(/\.(\w)/g, (dot, letter) => letter.toUpperCase());
      const field = document
        .querySelector(`.fjs-form [id*="-${key}-field"], [cam-variable-name="${key}"]`)
        ?.closest('.fjs-form-field, .form-group');
      const label = field?.querySelector('.fjs-form-field-label, .form-group > label')?.innerText.replace('*', '').trim();
      if (!label) {
        return whole;
      }
      fields.push(field);
      return `${before}“${label}”: `;
    });
  if (better !== said) {
    message.textContent = better;
    fields[0]?.scrollIntoView({block: 'center'});
  }
}

new MutationObserver(() =>
  document.querySelectorAll('.notifications .message').forEach(inTheFormsWords)
).observe(document.body, {childList: true, subtree: true});
