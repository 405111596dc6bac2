import { requestErrors } from '../../platform/common/common.errors.js';
import { isGstState } from '../../rules/places/gst-states.js';
import type { Settings } from '../../settings/settings.js';
import { storeState } from '../../settings/store-state.js';
import type { Address } from '../orders.dto.js';

/**
 * Returns the GST code of the state of a delivery: that of the address, or else that of the store; null outside India, and if neither is
 * known.
 *
 * @throws request.rule-broken for another state than one of India in a store under the Indian GST
 */
export function placeOfSupply({ state }: Pick<Address, 'state'>, settings: Settings): string | null {
  if (settings.tax.regime !== 'gst_in') return null;
  if (state === undefined) return storeState(settings);
  if (isGstState(state)) return state;
  throw requestErrors['rule-broken']({
    errors: [
      {
        field: 'address.state',
        code: 'orders.no-state',
        message: 'address.state must be the GST code of a state of India, such as 29.',
      },
    ],
  });
}
