export default {
  app: { name: 'Admin', vendor: 'breach-response' },
  locales: { availableLocales: ['en', 'es'], fallbackLocale: 'en' },
};
