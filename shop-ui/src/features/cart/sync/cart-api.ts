import { responseBody, api } from 'ui-common/api/client';
import { ApiProblem } from 'ui-common/api/api-problem';
import { fromThousandths } from 'ui-common/quantity/quantity';
import { linesOf, type CartLine, type Product } from '../cart-line';
import type { GuestLine } from '../guest/guest-lines';
import type { Change } from './cart-queue';

/** Fetches the shopper's cart. Like the requests below, returns the whole cart. */
export async function fetchCart(): Promise<CartLine[]> {
  return linesOf(await responseBody(api.GET('/api/v1/cart')));
}

/** Sends a pending change. @throws ApiProblem `catalog.product-not-found`, `catalog.quantity-step`, `catalog.above-max-per-order`, `cart.unit-changed`, `cart.too-large` and others */
export async function sendChange({ product, quantity }: Change): Promise<CartLine[]> {
  const params = { path: { productId: product.id } };
  const request =
    quantity === 0
      ? api.DELETE('/api/v1/cart/items/{productId}', { params })
      : api.PUT('/api/v1/cart/items/{productId}', {
          params,
          body: { quantity: fromThousandths(quantity), unitType: product.unitType },
        });
  return linesOf(await responseBody<Parameters<typeof linesOf>[0]>(request));
}

/** Merges guest lines. Idempotent: the server keeps the larger quantity. @throws ApiProblem `cart.too-large` */
export async function mergeCart(lines: readonly GuestLine[]): Promise<CartLine[]> {
  const items = lines.map(({ product, quantity, unitSeen: unitType }) => ({
    productId: product.id,
    quantity: fromThousandths(quantity),
    unitType,
  }));
  return linesOf(await responseBody(api.POST('/api/v1/cart/merge', { body: { items } })));
}

/** Fetches a product; returns undefined if it is no longer sold. */
export async function fetchProduct(id: string): Promise<Product | undefined> {
  try {
    return await responseBody(api.GET('/api/v1/products/{id}', { params: { path: { id } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined;
    throw error;
  }
}

/** Returns true if the request can never succeed. Other failures can be retried, if necessary after sign-in. */
export function isRefusal(problem: unknown): problem is ApiProblem {
  return (
    problem instanceof ApiProblem &&
    problem.status >= 400 &&
    problem.status < 500 &&
    ![401, 403, 408, 429].includes(problem.status)
  );
}
