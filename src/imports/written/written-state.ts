import { GST_STATES, isGstState } from '../../rules/places/gst-states.js';

/** GST codes of the states of India by their letters in ISO 3166-2:IN and by the letters that they had before. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ JK: '01', HP: '02', PB: '03', CH: '04', UK: '05', UT: '05', HR: '06', DL: '07', RJ: '08', UP: '09' },
  ...{ BR: '10', SK: '11', AR: '12', NL: '13', MN: '14', MZ: '15', TR: '16', ML: '17', AS: '18', WB: '19' },
  ...{ JH: '20', OD: '21', OR: '21', CG: '22', CT: '22', MP: '23', GJ: '24', DH: '26', DN: '26', DD: '26' },
  ...{ MH: '27', KA: '29', GA: '30', LD: '31', KL: '32', TN: '33', PY: '34', AN: '35', TS: '36', TG: '36' },
  ...{ AP: '37', LA: '38' },
};

const CODE_OF_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(GST_STATES).flatMap(([code, { en, hi }]) => [
    [keyOf(en), code] as const,
    [keyOf(hi), code] as const,
  ]),
);

/**
 * Returns the GST code of a state of India as people write it: "Karnataka", "कर्नाटक", "KA", "29", or "9" for "09" as spreadsheets
 * shorten it. Other text is returned as it is, and so is any in a store that is not in India.
 *
 * @param currency of the store, ISO 4217
 */
export function writtenState(text: string, currency: string): string {
  if (currency !== 'INR') return text;
  const code = text.padStart(2, '0');
  if (isGstState(code)) return code;
  return LETTERS[text.toUpperCase()] ?? CODE_OF_NAME.get(keyOf(text)) ?? text;
}

/** "Jammu & Kashmir" and "jammu and kashmir" are one name. */
function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll('&', 'and').replaceAll(/\s+/gu, ' ').trim();
}
