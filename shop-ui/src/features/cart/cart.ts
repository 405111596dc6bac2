import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { linePrice } from '../../common/money';
import type { CartLine, Product } from './cart-line';

/** The cart, whoever shops: a guest's in this browser, a shopper's on the server. */
export const useCart = defineStore('cart', () => {
  const lines = ref<CartLine[]>([]);
  const count = computed(() => lines.value.length);
  /** Minor units. */
  const total = computed(() => lines.value.reduce((sum, { price }) => sum + price, 0));

  /** Thousandths of the product's unit that are in the cart; 0 for none. */
  function quantityOf(productId: string): number {
    return lines.value.find(({ product }) => product.id === productId)?.quantity ?? 0;
  }

  /** Puts so much of a product into the cart, in thousandths; 0 takes it out. Shown at once. */
  function setQuantity(product: Product, quantity: number): void {
    const others = lines.value.filter((line) => line.product.id !== product.id);
    const price = linePrice(product.ratePerUnit, quantity);
    lines.value = quantity > 0 ? [...others, { product, quantity, price, notices: [] }] : others;
  }

  return { lines, count, total, quantityOf, setQuantity };
});
