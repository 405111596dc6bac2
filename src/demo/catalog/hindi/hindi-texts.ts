/** Hindi texts of a product of the demo store. */
export interface HindiTexts {
  readonly name: string;
  readonly description: string;
}

/** Hindi texts of a section of the demo store, and of its products by their English names. */
export interface HindiSection extends HindiTexts {
  readonly products: Readonly<Record<string, HindiTexts>>;
}
