import { reactive, shallowRef } from 'vue';
import type { ApiProblem } from 'ui-common/api/api-problem';
import type { Product } from '../cart-line';

/** Why the latest change of a product did not last. */
export interface Refusal {
  readonly product: Product;
  readonly problem: ApiProblem;
}

/** What was refused, by product, until the shopper changes it again; and the latest of all, for a toast. */
export function useRefusals() {
  const refusals = reactive(new Map<string, Refusal>());
  const latestRefusal = shallowRef<Refusal>();

  function refuse(product: Product, problem: ApiProblem): void {
    latestRefusal.value = { product, problem };
    refusals.set(product.id, latestRefusal.value);
  }

  return { refusals, latestRefusal, refuse };
}
