import type { Schema } from '../../api/client';

export type Product = Schema<'ProductView'>;
export type Notice = Schema<'CartNotice'>;

/** A product in the cart, as the screen shows it. */
export interface CartLine {
  readonly product: Product;
  /** Thousandths of the product's unit. */
  readonly quantity: number;
  /** Minor units. */
  readonly price: number;
  /** What has changed since it was put in. */
  readonly notices: readonly Notice[];
}
