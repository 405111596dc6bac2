import { computed, shallowRef } from 'vue';
import { useCart } from './cart';
import { hasOtherUnit, type CartLine } from './cart-line';

/** Tracks the last removed line and its position, so that the user can undo the removal. */
export function useRemoval() {
  const cart = useCart();
  const removed = shallowRef<{ readonly line: CartLine; readonly at: number }>();

  /** Hides the undo option once the product is back in the cart. */
  const shown = computed(() => {
    const { value } = removed;
    return value === undefined || cart.quantityOf(value.line.product.id) > 0 ? undefined : value;
  });

  function remove(line: CartLine): void {
    // A quantity in a former unit cannot be put back: it would count in the present one.
    removed.value = hasOtherUnit(line) ? undefined : { line, at: cart.lines.indexOf(line) };
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
