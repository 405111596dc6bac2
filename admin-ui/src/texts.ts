import { createTexts } from 'ui-common/texts';
import en from './locales/en';

export const { i18n, setLanguage } = createTexts(en, {
  hi: async () => (await import('./locales/hi')).default,
});
