export interface Label {
  readonly name: string;
  readonly brand: string | undefined;
  readonly net: string | undefined;
}

/** Splits the name of a product into what its label says. */
export function labelOf(product: { readonly name: string; readonly brand?: string }): Label;

/** Returns the picture of a product of the demo store as SVG. */
export function packshot(
  section: string,
  product: { readonly name: string; readonly brand?: string },
): string;
