import { computed, shallowRef } from 'vue';
import { ApiProblem } from 'ui-common/api/api-problem';
import { keep, readKept } from 'ui-common/browser/storage';
import { onWindow } from 'ui-common/browser/window-events';
import { lineOf, type Product } from '../cart-line';
import { fetchProduct } from '../sync/cart-api';
import {
  keptGuestLines,
  MAX_LINES,
  readGuestLines,
  withoutMerged,
  withProductAsItIs,
  withQuantity,
  type GuestLine,
} from './guest-lines';

export const GUEST_CART = 'guest-cart';
/** How many products are asked for at once. */
const AT_ONCE = 6;

/** What is put in before anybody signs in: kept in this browser, and the same in all its tabs. */
export class GuestCart {
  private readonly kept = shallowRef<readonly GuestLine[]>(readGuestLines(readKept(GUEST_CART)));

  readonly lines = computed(() => this.kept.value.map(lineOf));

  constructor() {
    onWindow(['storage'], ({ key }) => {
      // No key: all was cleared.
      if (key === GUEST_CART || key === null) this.read();
    });
  }

  /** The lines as they are kept at this moment: another tab may have changed them. */
  read(): readonly GuestLine[] {
    this.kept.value = readGuestLines(readKept(GUEST_CART));
    return this.kept.value;
  }

  /** Gives the problem `cart.too-large`, as the server would, where one product more is too many. */
  setQuantity(product: Product, quantity: number): ApiProblem | undefined {
    const lines = withQuantity(this.read(), product, quantity);
    if (lines === undefined) {
      return new ApiProblem({ status: 422, code: 'cart.too-large', maxLines: MAX_LINES });
    }
    this.write(lines);
    return undefined;
  }

  /** Looks at each product as it is now. @throws ApiProblem where the store cannot be asked */
  async refresh(): Promise<void> {
    const ids = this.read().map(({ product }) => product.id);
    const next = async (): Promise<void> => {
      for (let id = ids.shift(); id !== undefined; id = ids.shift()) {
        const product = await fetchProduct(id);
        this.write(withProductAsItIs(this.read(), id, product));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  }

  /** Takes out what is in a shopper's cart now. */
  forgetMerged(lines: readonly GuestLine[]): void {
    this.write(withoutMerged(this.read(), lines));
  }

  /** Takes out one product, because a shopper has since said how much of it there shall be. */
  forgetProduct({ id }: Product): void {
    const lines = this.read();
    if (lines.some(({ product }) => product.id === id))
      this.write(lines.filter(({ product }) => product.id !== id));
  }

  clear(): void {
    this.write([]);
  }

  private write(lines: readonly GuestLine[]): void {
    this.kept.value = lines;
    keep(GUEST_CART, keptGuestLines(lines));
  }
}
