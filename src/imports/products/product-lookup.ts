import {
  barcodeHolders,
  barcodesOf,
  skuOf,
  type CodeHolder,
  type ProductBarcode,
} from '../../catalog/codes/product-codes.js';
import type { Product } from '../../catalog/product.entity.js';
import { nameKeyOf, wordsOf } from '../../catalog/search/text-normalization.js';
import { join, sql, type ReadConnection, type Sql } from '../../platform/database/transaction.js';
import type { ImportProduct } from './product-row.js';

/** Returns the key of a name in a section. At most one product has it. */
export function sectionNameKey(sectionId: string, nameKey: string): string {
  return `${sectionId} ${nameKey}`;
}

/** Returns the last name of a path of categories, as other programs write them: "All / Saleable / Fruits", "Food > Fruits". */
export function sectionNameOf(section: string): string {
  return (
    section
      .split(/ [/>] /)
      .at(-1)
      ?.trim() ?? section
  );
}

/** Finds sections by name, also without its accents and signs if that is clear, or by slug. */
export class SectionNames {
  /** @param ids by slug and by name key; by the words of a name only if no other section has them */
  private constructor(
    private readonly ids: ReadonlyMap<string, string>,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  static async read(connection: ReadConnection): Promise<SectionNames> {
    const rows = await connection.rows<{ id: string; name: string; name_key: string; slug: string }>(
      sql`SELECT id, name, name_key, slug FROM sections`,
    );
    const words = rows.map(({ name }) => wordsOf(name));
    const byWords = rows
      .map(({ id }, i) => [words[i] ?? '', id] as const)
      .filter(([own]) => words.indexOf(own) === words.lastIndexOf(own));
    const bySlug = rows.map(({ id, slug }) => [slug, id] as const);
    const byName = rows.map(({ id, name_key: key }) => [key, id] as const);
    return new SectionNames(
      new Map([...byWords, ...bySlug, ...byName]),
      new Map(rows.map(({ id, name }) => [id, name])),
    );
  }

  /** Returns the ID of the section with this name or slug. */
  find(section: string): string | undefined {
    const name = sectionNameOf(section);
    return this.findExactly(section) ?? (name === section ? undefined : this.findExactly(name));
  }

  private findExactly(name: string): string | undefined {
    return this.ids.get(nameKeyOf(name)) ?? this.ids.get(name.trim()) ?? this.ids.get(wordsOf(name));
  }

  get allIds(): readonly string[] {
    return [...this.names.keys()];
  }

  nameOf(id: string): string {
    return this.names.get(id) ?? '';
  }
}

const COLUMNS = sql`
  p.id, p.section_id AS "sectionId", p.name, p.name_key AS "nameKey", p.slug, p.sku, p.description, p.brand,
  p.other_names AS "otherNames", p.texts, p.image, p.unit_type AS "unitType", p.rate_per_unit AS "ratePerUnit", p.quantity_available AS "quantityAvailable",
  p.quantity_promised AS "quantityPromised", p.quantity_step AS "quantityStep", p.low_stock_threshold AS "lowStockThreshold",
  p.max_per_order AS "maxPerOrder",
  p.mrp, p.tax_class_id AS "taxClassId", p.hsn, p.net_content AS "netContent", p.net_unit AS "netUnit",
  p.manufactured_on AS "manufacturedOn", p.best_before AS "bestBefore", p.published, p.version,
  p.created_at AS "createdAt", p.deleted_at AS "deletedAt"`;

/** The product that a row means: by its ID, SKU or first barcode, or by its name and maybe its section. */
export interface ProductReference {
  readonly product: Pick<ImportProduct, 'id' | 'sku' | 'section' | 'name'>;
  readonly barcodes?: readonly ProductBarcode[] | undefined;
}

/** Products that a batch of rows may refer to, and those that already have a name in the batch. */
export class ProductLookup {
  private readonly byId = new Map<string, Product>();
  private readonly byPlace = new Map<string, Product>();
  private readonly bySku = new Map<string, Product>();
  private holders: ReadonlyMap<string, CodeHolder> = new Map();
  private barcodes: ReadonlyMap<string, readonly ProductBarcode[]> = new Map();
  /** Products whose row names no section. */
  private readonly byName = new Map<string, Product | 'ambiguous'>();

  /** Loads the products in a few statements, regardless of the number of rows. */
  static async find(
    connection: ReadConnection,
    sections: SectionNames,
    rows: readonly ProductReference[],
  ): Promise<ProductLookup> {
    const lookup = new ProductLookup();
    await lookup.addByCodes(connection, rows);
    const namesBySection = new Map<string, Set<string>>();
    for (const { product, barcodes } of rows) {
      const [before] = lookup.keyed({ product, barcodes });
      const sectionId = product.section === undefined ? before?.sectionId : sections.find(product.section);
      const nameKey = product.name === undefined ? before?.nameKey : nameKeyOf(product.name);
      if (sectionId === undefined || sectionId === null || nameKey === undefined) continue;
      namesBySection.set(sectionId, (namesBySection.get(sectionId) ?? new Set()).add(nameKey));
    }
    const conditions = [...namesBySection].map(
      ([sectionId, names]) => sql`(p.section_id = ${sectionId} AND p.name_key IN (${join([...names])}))`,
    );
    if (conditions.length > 0) lookup.add(await read(connection, sql`(${join(conditions, ' OR ')})`));
    await lookup.addByName(connection, sections, rows);
    if (rows.some(({ barcodes }) => barcodes !== undefined))
      lookup.barcodes = await barcodesOf(connection, [...lookup.byId.keys()]);
    return lookup;
  }

  /** Loads the products of rows that say an ID, an SKU or a barcode. */
  private async addByCodes(connection: ReadConnection, rows: readonly ProductReference[]): Promise<void> {
    const barcodes = rows.flatMap((row) => row.barcodes?.map(({ code }) => code) ?? []);
    this.holders = await barcodeHolders(connection, [...new Set(barcodes)]);
    const ids = rows.flatMap(({ product: { id } }) => id ?? []);
    const skus = rows.flatMap(({ product: { sku } }) => skuOf(sku ?? null) ?? []);
    const conditions = [
      [sql`p.id`, [...ids, ...[...this.holders.values()].map(({ id }) => id)]] as const,
      [sql`p.sku`, skus] as const,
    ].flatMap(([column, values]) =>
      values.length === 0 ? [] : [sql`${column} IN (${join([...new Set(values)])})`],
    );
    if (conditions.length > 0) this.add(await read(connection, sql`(${join(conditions, ' OR ')})`));
  }

  /** Loads the products of rows that say the name alone. */
  private async addByName(
    connection: ReadConnection,
    sections: SectionNames,
    rows: readonly ProductReference[],
  ): Promise<void> {
    const names = rows.flatMap(({ product: { id, section, name } }) =>
      id === undefined && section === undefined && name !== undefined ? [nameKeyOf(name)] : [],
    );
    if (names.length === 0 || sections.allIds.length === 0) return;
    // The index of names begins with the section.
    const products = await read(
      connection,
      sql`p.section_id IN (${join(sections.allIds)}) AND p.name_key IN (${join([...new Set(names)])})`,
    );
    this.add(products);
    for (const product of products)
      this.byName.set(product.nameKey, this.byName.has(product.nameKey) ? 'ambiguous' : product);
  }

  /** Returns the existing products that the ID, the SKU and the first barcode of a row mean, each once. */
  keyed({ product: { id, sku }, barcodes }: ProductReference): Product[] {
    const found = [
      this.byId.get(id ?? ''),
      this.bySku.get(skuOf(sku ?? null) ?? ''),
      this.byId.get(this.holders.get(barcodes?.[0]?.code ?? '')?.id ?? ''),
    ];
    return [...new Set(found.filter((product) => product !== undefined))];
  }

  /** Returns the existing product that a row refers to, or that it could be several. */
  productOf(row: ProductReference, sectionId: string | undefined): Product | 'ambiguous' | undefined {
    const { id, name } = row.product;
    if (id !== undefined) return this.byId.get(id);
    const [keyed] = this.keyed(row);
    if (keyed !== undefined || name === undefined) return keyed;
    return sectionId === undefined
      ? this.byName.get(nameKeyOf(name))
      : this.at(sectionNameKey(sectionId, nameKeyOf(name)));
  }

  /** Returns the product that has a barcode now. */
  holderOf(barcode: string): CodeHolder | undefined {
    return this.holders.get(barcode);
  }

  /** Returns the barcodes that a product has now. */
  barcodesOf(productId: string): readonly ProductBarcode[] {
    return this.barcodes.get(productId) ?? [];
  }

  /** Returns the product that has a name in a section now. */
  at(place: string): Product | undefined {
    return this.byPlace.get(place);
  }

  private add(products: readonly Product[]): void {
    for (const product of products) {
      this.byId.set(product.id, product);
      if (product.sku !== null) this.bySku.set(product.sku, product);
      this.byPlace.set(sectionNameKey(product.sectionId ?? '', product.nameKey), product);
    }
  }
}

async function read(connection: ReadConnection, condition: Sql): Promise<Product[]> {
  const rows = await connection.rows<Omit<Product, 'published'> & { readonly published: boolean | number }>(
    sql`SELECT ${COLUMNS} FROM products p WHERE p.deleted_at IS NULL AND ${condition}`,
  );
  return rows.map((row) => ({ ...row, published: Boolean(row.published) }));
}
