import type { ImportField } from '../columns/import-field.js';
import type { Cells } from '../rows/row-cells.js';

/** What other programs write only into the first of several rows about one product. */
const SHARED = ['name', 'section', 'brand', 'published'] as const satisfies ImportField[];

/** The variant of a product that has only one. */
const ONLY_VARIANT = 'default title';

/**
 * Completes rows that are about variants of one product: they follow each other with the same value in `group`. What the first
 * one says applies to those that do not say it, and the variant becomes a part of the name.
 */
export class ProductVariants {
  private group: unknown;
  private readonly first: Cells = new Map();

  complete(cells: Cells): void {
    const group = cells.get('group');
    const variant = cells.get('variant');
    cells.delete('group');
    cells.delete('variant');
    if (group !== undefined) this.share(group, cells);
    const name = cells.get('name');
    if (typeof name === 'string' && typeof variant === 'string' && variant.toLowerCase() !== ONLY_VARIANT)
      cells.set('name', `${name} ${variant}`);
  }

  private share(group: unknown, cells: Cells): void {
    if (group !== this.group) this.first.clear();
    this.group = group;
    for (const field of SHARED) {
      const value = cells.get(field);
      // A blank brand is that of the first row, too.
      if (value !== undefined && value !== '') this.first.set(field, value);
      else if (this.first.has(field)) cells.set(field, this.first.get(field));
    }
  }
}
