import type { Preset } from './presets.js';

/** Exports of products from other programs. */
export const PRODUCT_PRESETS: readonly Preset[] = [
  {
    // help.shopify.com/en/manual/products/import-export/using-csv, with the headings of 2025 and of before.
    name: 'Shopify',
    signature: ['title', 'vendor', 'tags'],
    columns: {
      handle: 'group',
      'url handle': 'group',
      title: 'name',
      'option1 value': 'variant',
      'option2 value': 'variant',
      'option3 value': 'variant',
      vendor: 'brand',
      type: 'section',
      published: 'published',
      'published on online store': 'published',
      'variant sku': 'sku',
      sku: 'sku',
      'variant barcode': 'barcodes',
      barcode: 'barcodes',
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
      sku: 'sku',
      'gtin, upc, ean, or isbn': 'barcodes',
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
      sku: 'sku',
      gtin: 'barcodes',
      'reporting category': 'section',
      categories: 'section',
      category: 'section',
      price: 'price',
      description: 'description',
      'stock alert count': 'lowStockThreshold',
    },
    // Square names the location in the heading of its stock: "Current Quantity Main Street".
    prefixes: { 'current quantity ': 'counted' },
    fixed: { unitType: 'piece' },
  },
  {
    // odoo.com/documentation, "Export and import data": product templates with the labels of their fields.
    name: 'Odoo',
    signature: ['name', 'sales price', 'product category'],
    columns: {
      name: 'name',
      'internal reference': 'sku',
      barcode: 'barcodes',
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
      sku: 'sku',
      ean: 'barcodes',
      upc: 'barcodes',
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
