/** What there has to be in the store. */
export interface Things {
  /** The slug of a section with products. */
  readonly section: string;
  /** The slug of a product. */
  readonly product: string;
  /** Words that find something. */
  readonly words: string;
  /** The id of an order of the shopper's. */
  readonly order: string;
}

export interface ShopPage {
  /** What its pictures are called by. */
  readonly name: string;
  /** As the router has it. */
  readonly route: string;
  /** Who comes to it. The shopper's cart is filled. */
  readonly who: 'guest' | 'shopper';
  readonly address: (things: Things) => string;
}

/** Every page of the shop, and how to come to it. */
export const PAGES: readonly ShopPage[];
