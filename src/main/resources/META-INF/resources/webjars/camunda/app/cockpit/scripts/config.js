export default {
  app: { name: 'Cockpit', vendor: 'breach-response' },
};
