import { computed, shallowRef } from 'vue';
import { useCart } from './cart';
import type { CartLine } from './cart-line';

/** The line that was taken out last, and where it stood: there it can be put back, until the next one goes. */
export function useRemoval() {
  const cart = useCart();
  const removed = shallowRef<{ readonly line: CartLine; readonly at: number }>();

  /** Whoever put it back elsewhere has undone it already. */
  const shown = computed(() => {
    const { value } = removed;
    return value === undefined || cart.quantityOf(value.line.product.id) > 0 ? undefined : value;
  });

  function remove(line: CartLine): void {
    removed.value = { line, at: cart.lines.indexOf(line) };
    cart.setQuantity(line.product, 0);
  }

  function undo(): void {
    if (removed.value === undefined) return;
    const { product, quantity } = removed.value.line;
    cart.setQuantity(product, quantity);
    removed.value = undefined;
  }

  return { removed: shown, remove, undo };
}
