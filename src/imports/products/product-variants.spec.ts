import type { ImportField } from '../columns/import-field.js';
import type { CellValue } from '../rows/row-cells.js';
import { ProductVariants } from './product-variants.js';

type Row = Partial<Record<ImportField, CellValue>>;

function completed(rows: readonly Row[]): Row[] {
  const variants = new ProductVariants();
  return rows.map((row) => {
    const cells = new Map(Object.entries(row) as [ImportField, CellValue][]);
    variants.complete(cells);
    return Object.fromEntries(cells);
  });
}

it('gives the rows of one product the title, the section and the brand of the first, and each its variant', () => {
  expect(
    completed([
      { group: 'tea', name: 'Tea', section: 'Drinks', brand: 'Kodagu', variant: '250 g', price: '90' },
      { group: 'tea', name: undefined, brand: '', variant: '500 g', price: '170' },
      { group: 'mug', name: 'Mug', section: 'Kitchen', variant: 'Red Large', price: '300' },
    ]),
  ).toEqual([
    { name: 'Tea 250 g', section: 'Drinks', brand: 'Kodagu', price: '90' },
    { name: 'Tea 500 g', section: 'Drinks', brand: 'Kodagu', price: '170' },
    { name: 'Mug Red Large', section: 'Kitchen', price: '300' },
  ]);
});

it('adds nothing to the name of a product without variants, nor to rows of another product', () => {
  expect(
    completed([
      { group: 'salt', name: 'Salt', variant: 'Default Title' },
      { group: 'rice', name: undefined, variant: '5 kg' },
    ]),
  ).toEqual([{ name: 'Salt' }, { name: undefined }]);
});
