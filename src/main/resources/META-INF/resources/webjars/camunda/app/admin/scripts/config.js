import '../../../lib/single-sign-on.js';

export default {
  app: { name: 'Admin', vendor: 'breach-response' },
  locales: { availableLocales: ['en', 'es'], fallbackLocale: 'en' },
};
