import { requestErrors } from '../platform/common/common.errors.js';
import { stateOfGstin } from '../rules/places/gst-states.js';
import type { Settings } from './settings.js';

type StateSettings = Pick<Settings, 'legal' | 'tax'>;

/** Returns the GST code of the state of the store; null outside India, and if it is not known. */
export function storeState({ legal, tax }: StateSettings): string | null {
  return tax.regime === 'gst_in' ? (tax.state ?? stateOfGstin(legal.taxNumber)) : null;
}

/**
 * Checks that a store under the Indian GST is in the state of its GSTIN, and that no other has a state.
 *
 * @param field that the request changes, such as `value.state`
 * @throws request.rule-broken
 */
export function checkState({ legal, tax }: StateSettings, field: string): void {
  if (tax.state === null) return;
  if (tax.regime !== 'gst_in') throw contradiction(field, 'Only the Indian GST has codes of states.');
  const registered = stateOfGstin(legal.taxNumber);
  if (registered !== null && registered !== tax.state)
    throw contradiction(
      field,
      `The GSTIN is of the state ${registered}, the tax settings name ${tax.state}.`,
    );
}

function contradiction(field: string, message: string): Error {
  return requestErrors['rule-broken']({ errors: [{ field, code: 'settings.contradiction', message }] });
}
