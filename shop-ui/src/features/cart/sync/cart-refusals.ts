import { reactive, shallowRef } from 'vue';
import type { ApiProblem } from 'ui-common/api/api-problem';
import type { Product } from '../cart-line';

/** A refused change of a product, with the reason. */
export interface Refusal {
  readonly product: Product;
  readonly problem: ApiProblem;
}

/** Tracks refused changes by product until the next change, and the latest one for a toast. */
export function useRefusals() {
  const refusals = reactive(new Map<string, Refusal>());
  const latestRefusal = shallowRef<Refusal>();

  function refuse(product: Product, problem: ApiProblem): void {
    latestRefusal.value = { product, problem };
    refusals.set(product.id, latestRefusal.value);
  }

  return { refusals, latestRefusal, refuse };
}
