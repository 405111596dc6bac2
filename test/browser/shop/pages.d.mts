/** Data that the store must have. */
export interface ShopFixtures {
  /** The slug of a section with products. */
  readonly section: string;
  /** The slug of a product. */
  readonly product: string;
  /** A search that matches products. */
  readonly words: string;
  /** The ID of an order of the shopper. */
  readonly order: string;
}

export interface ShopPage {
  /** Prefix of its screenshots. */
  readonly name: string;
  /** Path in the router. */
  readonly route: string;
  /** Its visitor. The shopper's cart is filled. */
  readonly visitor: 'guest' | 'shopper';
  readonly path: (fixtures: ShopFixtures) => string;
}

/** Every page of the shop and its path. */
export const PAGES: readonly ShopPage[];
