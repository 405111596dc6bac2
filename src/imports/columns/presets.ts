import {
  LEFT_OUT,
  type ColumnField,
  type Columns,
  type FixedValues,
  type ImportField,
} from './import-field.js';

/** The product export of another program, by the headings that its documentation names. */
interface Preset {
  readonly name: string;
  /** Headings that together occur in its exports alone, in lower case. */
  readonly signature: readonly string[];
  /** The field of each heading, in lower case. Other columns are left out. */
  readonly columns: Readonly<Record<string, ImportField>>;
  readonly fixed: FixedValues;
}

export const PRESETS: readonly Preset[] = [
  {
    // help.shopify.com/en/manual/products/import-export/using-csv, with the headings of 2025 and of before.
    name: 'Shopify',
    signature: ['title', 'vendor', 'tags'],
    columns: {
      title: 'name',
      vendor: 'brand',
      type: 'section',
      published: 'published',
      'published on online store': 'published',
      'variant price': 'price',
      price: 'price',
      'variant inventory qty': 'counted',
      'inventory quantity': 'counted',
    },
    fixed: { unitType: 'piece' },
  },
  {
    // github.com/woocommerce/woocommerce/wiki/Product-CSV-Import-Schema
    name: 'WooCommerce',
    signature: ['regular price', 'in stock?', 'categories'],
    columns: {
      name: 'name',
      categories: 'section',
      'regular price': 'price',
      stock: 'counted',
      'low stock amount': 'lowStockThreshold',
      published: 'published',
      'short description': 'description',
      brands: 'brand',
    },
    fixed: { unitType: 'piece' },
  },
  {
    // squareup.com/help, "Import items online": the item library's template.
    name: 'Square',
    signature: ['token', 'item name', 'variation name'],
    columns: {
      'item name': 'name',
      'reporting category': 'section',
      categories: 'section',
      category: 'section',
      price: 'price',
      description: 'description',
      'stock alert count': 'lowStockThreshold',
    },
    fixed: { unitType: 'piece' },
  },
  {
    // odoo.com/documentation, "Export and import data": product templates with the labels of their fields.
    name: 'Odoo',
    signature: ['name', 'sales price', 'product category'],
    columns: {
      name: 'name',
      'product category': 'section',
      'unit of measure': 'unitType',
      'sales price': 'price',
      'quantity on hand': 'counted',
      'sales description': 'description',
    },
    fixed: { unitType: 'piece' },
  },
  {
    // zoho.com/inventory/help/items, "Import items".
    name: 'Zoho',
    signature: ['item name', 'item id', 'status'],
    columns: {
      'item name': 'name',
      'category name': 'section',
      unit: 'unitType',
      'usage unit': 'unitType',
      rate: 'price',
      'selling price': 'price',
      'stock on hand': 'counted',
      'reorder level': 'lowStockThreshold',
      'reorder point': 'lowStockThreshold',
      brand: 'brand',
      description: 'description',
      status: 'published',
    },
    fixed: { unitType: 'piece' },
  },
];

/** Square names the location in the heading of its stock: "Current Quantity Main Street". */
const SQUARE_STOCK = 'current quantity ';

/** Returns the program whose export has these headings, and what its columns are; undefined for another file. */
export function presetOf(
  headings: readonly string[],
): { readonly name: string; readonly columns: Columns; readonly fixed: FixedValues } | undefined {
  const keys = headings.map((heading) => heading.trim().toLowerCase());
  const preset = PRESETS.find(({ signature }) => signature.every((heading) => keys.includes(heading)));
  if (preset === undefined) return undefined;
  const used = new Set<ImportField>();
  const columns = keys.map((key): ColumnField => {
    const field = key.startsWith(SQUARE_STOCK) ? 'counted' : preset.columns[key];
    if (field === undefined || used.has(field)) return LEFT_OUT;
    used.add(field);
    return field;
  });
  return { name: preset.name, columns, fixed: preset.fixed };
}
