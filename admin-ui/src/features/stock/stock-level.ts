/** Returns the stock level of a product: sold out, low or enough. The server decides what is low. */
export function stockLevelOf(product: {
  readonly quantityAvailable: number;
  readonly isLowStock: boolean;
}): 'out' | 'low' | 'enough' {
  if (product.quantityAvailable === 0) return 'out';
  return product.isLowStock ? 'low' : 'enough';
}
