import { isInBrowser } from 'ui-common/browser/window-events';
import { themesOf } from 'ui-common/theme/themes';
import { createVuetify } from 'vuetify';
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg';
import { TOKENS } from './tokens';

/** Creates Vuetify with the shop's theme and component defaults. */
export function createShopVuetify() {
  return createVuetify({
    ssr: !isInBrowser,
    theme: { defaultTheme: 'system', themes: themesOf(TOKENS) },
    icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
    defaults: {
      VTextField: { variant: 'outlined', color: 'primary', hideDetails: 'auto' },
      VTextarea: { variant: 'outlined', color: 'primary', hideDetails: 'auto' },
      VSelect: { variant: 'outlined', color: 'primary', hideDetails: 'auto' },
      VDialog: { maxWidth: 480 },
    },
  });
}
