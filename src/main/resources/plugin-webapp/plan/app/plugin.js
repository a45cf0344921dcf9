// Whether the response plan can be relied on, as a panel of the dashboard.
import {element, row, table} from '../../../cases/static/app/elements.js';

function day(instant) {
  return instant.slice(0, 10);
}

function state(plan) {
  if (plan.state === 'NONE') {
    return 'There is no plan yet: breaches are answered by the default of the settings.';
  }
  const version = 'Version ' + plan.version + ', signed ' + day(plan.inForceFrom);
  return plan.state === 'IN_FORCE' ? version + ', is in force.' : version + ', has lapsed.';
}

function lapsed(lapses) {
  return table(
    'lapses',
    'What has lapsed',
    ['What has lapsed', 'Why', 'Since', 'Whose task'],
    lapses.map(lapse => row([lapse.what, lapse.inWords, day(lapse.since), lapse.whose]))
  );
}

function panel(plan) {
  const made = [element('p', 'state ' + plan.state.toLowerCase(), state(plan))];
  if (plan.nextVersion) {
    made.push(element('p', 'next', 'Version ' + plan.nextVersion + ' is being prepared.'));
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
      throw new Error('Cockpit answers ' + answer.status);
    }
    node.replaceChildren(...panel(await answer.json()));
  } catch (failure) {
    node.replaceChildren(element('p', 'state', 'This can not be shown now: ' + failure.message));
  }
}

export default [
  {
    id: 'plan',
    pluginPoint: 'cockpit.dashboard',
    priority: 5,
    render(node, {api}) {
      const body = element('div', 'response-plan');
      node.replaceChildren(element('h3', 'section-title', 'Response plan'), body);
      show(body, api.cockpitApi + '/plugin/plan/' + api.engine + '/readiness');
    },
  },
];
