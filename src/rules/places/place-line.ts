import { GST_STATES, type StateName } from './gst-states.js';

/** The last lines of an address. */
export interface Place {
  readonly city: string;
  readonly postalCode: string;
  /** GST code of the state in a store under the Indian GST, any text elsewhere. */
  readonly state?: string | null | undefined;
}

/** Returns the name of a state: that of a GST code, and any other text as it is. */
export function stateName(state: string, language: keyof StateName = 'en'): string {
  return GST_STATES[state]?.[language] ?? state;
}

/** Returns city, postal code and state in one line; blank if there are none. */
export function placeLine({ city, postalCode, state }: Place, language: keyof StateName = 'en'): string {
  const name = stateName(state ?? '', language);
  return [`${city} ${postalCode}`.trim(), name].filter((part) => part !== '').join(', ');
}
