export default {
  app: { name: 'Welcome', vendor: 'breach-response' },
};
