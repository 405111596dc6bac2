import { computed, shallowRef } from 'vue';
import { ApiProblem } from 'ui-common/api/api-problem';
import { writeStored, readStored } from 'ui-common/browser/storage';
import { onWindow } from 'ui-common/browser/window-events';
import { lineOf, type Product } from '../cart-line';
import { fetchProduct } from '../sync/cart-api';
import {
  toStoredLines,
  MAX_LINES,
  readGuestLines,
  withoutMerged,
  withCurrentProduct,
  withQuantity,
  type GuestLine,
} from './guest-lines';

export const GUEST_CART = 'guest-cart';
/** Maximum number of parallel product requests. */
const MAX_CONCURRENT_REQUESTS = 6;

/** The cart before sign-in, stored in this browser and shared by its tabs. */
export class GuestCart {
  private readonly stored = shallowRef<readonly GuestLine[]>(readGuestLines(readStored(GUEST_CART)));

  readonly lines = computed(() => this.stored.value.map(lineOf));

  constructor() {
    onWindow(['storage'], ({ key }) => {
      // A null key means that the storage was cleared.
      if (key === GUEST_CART || key === null) this.read();
    });
  }

  /** Reads the stored lines, which another tab may have changed. */
  read(): readonly GuestLine[] {
    this.stored.value = readGuestLines(readStored(GUEST_CART));
    return this.stored.value;
  }

  /** Returns the problem `cart.too-large`, as the server would, if the cart is full. */
  setQuantity(product: Product, quantity: number): ApiProblem | undefined {
    const lines = withQuantity(this.read(), product, quantity);
    if (lines === undefined) {
      return new ApiProblem({ status: 422, code: 'cart.too-large', maxLines: MAX_LINES });
    }
    this.write(lines);
    return undefined;
  }

  /** Refreshes all products. @throws ApiProblem if the store is unreachable */
  async refresh(): Promise<void> {
    const ids = this.read().map(({ product }) => product.id);
    const worker = async (): Promise<void> => {
      for (let id = ids.shift(); id !== undefined; id = ids.shift()) {
        const product = await fetchProduct(id);
        this.write(withCurrentProduct(this.read(), id, product));
      }
    };
    await Promise.all(Array.from({ length: MAX_CONCURRENT_REQUESTS }, worker));
  }

  /** Removes the lines that were merged into a shopper's cart. */
  forgetMerged(lines: readonly GuestLine[]): void {
    this.write(withoutMerged(this.read(), lines));
  }

  /** Removes a product whose quantity the shopper has set since. */
  forgetProduct({ id }: Product): void {
    const lines = this.read();
    if (lines.some(({ product }) => product.id === id))
      this.write(lines.filter(({ product }) => product.id !== id));
  }

  clear(): void {
    this.write([]);
  }

  private write(lines: readonly GuestLine[]): void {
    this.stored.value = lines;
    writeStored(GUEST_CART, toStoredLines(lines));
  }
}
