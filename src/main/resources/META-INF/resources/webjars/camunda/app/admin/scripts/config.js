export default {
  app: { name: 'Admin', vendor: 'breach-response' },
};
