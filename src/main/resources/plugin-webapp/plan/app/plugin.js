// Whether the response plan can be relied on, as a panel of the dashboard.
import {element, row, table} from '../../../cases/static/app/elements.js';
import {say} from '../../../cases/static/app/language.js';

function state(plan) {
  if (plan.state === 'NONE') {
    return say('There is no plan yet: breaches are answered by the default of the settings.');
  }
  const signed = [plan.version, plan.inForceFrom];
  return plan.state === 'IN_FORCE'
    ? say('Version %s, signed %s, is in force.', ...signed)
    : say('Version %s, signed %s, has lapsed.', ...signed);
}

function lapsed(lapses) {
  return table(
    'lapses',
    say('What has lapsed'),
    [say('What has lapsed'), say('Why'), say('Since'), say('Whose task')],
    lapses.map(lapse => row([lapse.what, lapse.inWords, lapse.since, lapse.whose]))
  );
}

function panel(plan) {
  const made = [element('p', 'state ' + plan.state.toLowerCase(), state(plan))];
  if (plan.nextVersion) {
    made.push(element('p', 'next', say('Version %s is being prepared.', plan.nextVersion)));
  }
  if (plan.lapses.length) {
    made.push(lapsed(plan.lapses));
  }
  return made;
}

async function show(node, address) {
  try {
    const answer = await fetch(address, {headers: {Accept: 'application/json'}});
    if (!answer.ok) {
      throw new Error(say('Cockpit answers %s', answer.status));
    }
    node.replaceChildren(...panel(await answer.json()));
  } catch (failure) {
    node.replaceChildren(element('p', 'state', say('This can not be shown now: %s.', failure.message)));
  }
}

export default [
  {
    id: 'plan',
    pluginPoint: 'cockpit.dashboard',
    priority: 5,
    render(node, {api}) {
      const body = element('div', 'response-plan');
      node.replaceChildren(element('h3', 'section-title', say('Response plan')), body);
      show(body, api.cockpitApi + '/plugin/plan/' + api.engine + '/readiness');
    },
  },
];
