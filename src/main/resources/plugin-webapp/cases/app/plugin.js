// Where in Cockpit the pages on our cases stand.
import {link} from './elements.js';
import {openBreaches} from './open-breaches.js';
import {statutoryClocks} from './statutory-clocks.js';

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
    properties: {label: 'Statutory clocks', pagePath: '#/statutory-clocks', path: 'statutory-clocks'},
    render(node) {
      node.append(link('#/statutory-clocks', 'Statutory clocks'));
    },
  },
  page(
    {id: 'statutory-clocks-page', pluginPoint: 'cockpit.route', properties: {path: '/statutory-clocks', label: 'Statutory clocks'}},
    (node, {api}) => statutoryClocks(node, api)
  ),
];
