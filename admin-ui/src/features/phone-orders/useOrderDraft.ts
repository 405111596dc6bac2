import { useSessionStorage } from '@vueuse/core';
import { accountKey } from 'ui-common/browser/storage';
import { useSession } from 'ui-common/session/session';
import { emptyDraft, type OrderDraft } from './order-draft';

/**
 * Returns the draft of an order, which a reload keeps. It belongs to this tab: a customer is on one line.
 *
 * @param customerId the customer from whose card it was started; empty for none
 */
export function useOrderDraft(customerId: string) {
  const { account } = useSession();
  const key = accountKey(`phone-order:${customerId}`, account?.id ?? '');
  const initial = { ...emptyDraft(), customerId };
  const { value: draft } = useSessionStorage<OrderDraft>(key, initial, { mergeDefaults: true });

  function clear(): void {
    Object.assign(draft, emptyDraft(), { customerId });
  }

  return { draft, clear };
}
