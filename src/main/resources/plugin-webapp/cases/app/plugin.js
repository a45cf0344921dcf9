// Where in Cockpit the pages on our cases stand.
import {caseTabs} from './case-tabs.js';
import {durations, heat} from './durations.js';
import {link} from './elements.js';
import {openBreaches} from './open-breaches.js';
import {statutoryClocks} from './statutory-clocks.js';
import {say} from './language.js';

/** What begins when it is shown ends when it no longer is. */
function page(point, begin) {
  let end = () => {};
  return {
    ...point,
    render(node, scope) {
      end();
      end = begin(node, scope);
    },
    unmount() {
      end();
    },
  };
}

export default [
  page({id: 'open-breaches', pluginPoint: 'cockpit.dashboard', priority: 20}, (node, {api}) =>
    openBreaches(node, api)
  ),
  {
    id: 'statutory-clocks',
    pluginPoint: 'cockpit.navigation',
    priority: 25,
    properties: {label: say('Statutory clocks'), pagePath: '#/statutory-clocks', path: 'statutory-clocks'},
    render(node) {
      node.append(link('#/statutory-clocks', say('Statutory clocks')));
    },
  },
  page(
    {id: 'statutory-clocks-page', pluginPoint: 'cockpit.route', properties: {path: '/statutory-clocks', label: say('Statutory clocks')}},
    (node, {api}) => statutoryClocks(node, api)
  ),
  ...caseTabs.map(({name, label, begin}, at) =>
    page(
      {
        id: 'case-' + name,
        pluginPoint: 'cockpit.processInstance.runtime.tab',
        // before that of the dispatch
        priority: 9 - at,
        properties: {label},
      },
      begin
    )
  ),
  page(
    {
      id: 'durations',
      pluginPoint: 'cockpit.processDefinition.runtime.tab',
      priority: 5,
      properties: {label: say('Durations')},
    },
    durations
  ),
  {
    id: 'heat',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    render: heat,
  },
];
