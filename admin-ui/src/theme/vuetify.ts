import { themesOf } from 'ui-common/theme/themes';
import { createVuetify } from 'vuetify';
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg';
import { TOKENS } from './tokens';

const FIELD = { variant: 'outlined', density: 'compact', color: 'primary', hideDetails: 'auto' } as const;

/** Vuetify with the back office's theme and component defaults. */
export const vuetify = createVuetify({
  theme: { defaultTheme: 'system', themes: themesOf(TOKENS) },
  icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
  defaults: {
    VBtn: { variant: 'flat', rounded: 'lg' },
    VTextField: FIELD,
    VTextarea: FIELD,
    VSelect: FIELD,
    VAutocomplete: FIELD,
    VCombobox: FIELD,
    VFileInput: FIELD,
    VCheckbox: { density: 'compact', color: 'primary', hideDetails: 'auto' },
    VSwitch: { density: 'compact', color: 'primary', hideDetails: 'auto', inset: true },
    VCard: { variant: 'flat', border: true, rounded: 'lg' },
    VDialog: { maxWidth: 560 },
    VTooltip: { openDelay: 400 },
  },
});
