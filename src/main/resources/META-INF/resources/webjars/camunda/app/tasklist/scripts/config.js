export default {
  app: { name: 'Tasklist', vendor: 'breach-response' },
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
