import type { Product } from '../../catalog/product.entity.js';
import { nameKeyOf } from '../../catalog/search/text-normalization.js';
import { join, sql, type ReadConnection, type Sql } from '../../platform/database/transaction.js';
import type { ImportRow } from './import-row.js';

/** The place of a name in a section, which one product can have. */
export function placeOf(sectionId: string, nameKey: string): string {
  return `${sectionId} ${nameKey}`;
}

/** The sections that there are, by their names and addresses. */
export class SectionNames {
  private constructor(
    private readonly ids: ReadonlyMap<string, string>,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  static async read(reader: ReadConnection): Promise<SectionNames> {
    const rows = await reader.rows<{ id: string; name: string; name_key: string; slug: string }>(
      sql`SELECT id, name, name_key, slug FROM sections`,
    );
    const bySlug = rows.map(({ id, slug }) => [slug, id] as const);
    const byName = rows.map(({ id, name_key: key }) => [key, id] as const);
    return new SectionNames(new Map([...bySlug, ...byName]), new Map(rows.map(({ id, name }) => [id, name])));
  }

  /** The id of the section that somebody names, by its name or its address. */
  find(section: string): string | undefined {
    return this.ids.get(nameKeyOf(section)) ?? this.ids.get(section.trim());
  }

  nameOf(id: string): string {
    return this.names.get(id) ?? '';
  }
}

const COLUMNS = sql`
  p.id, p.section_id AS "sectionId", p.name, p.name_key AS "nameKey", p.slug, p.description, p.brand, p.image,
  p.unit_type AS "unitType", p.rate_per_unit AS "ratePerUnit", p.quantity_available AS "quantityAvailable",
  p.quantity_step AS "quantityStep", p.low_stock_threshold AS "lowStockThreshold",
  p.manufactured_on AS "manufacturedOn", p.best_before AS "bestBefore", p.published, p.version,
  p.created_at AS "createdAt", p.deleted_at AS "deletedAt"`;

/** The products that some rows may be about, and those whose names they would have. */
export class ProductLookup {
  private readonly byId = new Map<string, Product>();
  private readonly byPlace = new Map<string, Product>();

  /** Finds them in two statements, however many rows there are. */
  static async find(
    reader: ReadConnection,
    sections: SectionNames,
    rows: readonly ImportRow[],
  ): Promise<ProductLookup> {
    const found = new ProductLookup();
    const ids = rows.flatMap(({ product: { id } }) => id ?? []);
    if (ids.length > 0) found.add(await read(reader, sql`p.id IN (${join([...new Set(ids)])})`));
    const wanted = new Map<string, Set<string>>();
    for (const { product } of rows) {
      const before = found.byId.get(product.id ?? '');
      const sectionId = product.section === undefined ? before?.sectionId : sections.find(product.section);
      const nameKey = product.name === undefined ? before?.nameKey : nameKeyOf(product.name);
      if (sectionId === undefined || sectionId === null || nameKey === undefined) continue;
      wanted.set(sectionId, (wanted.get(sectionId) ?? new Set()).add(nameKey));
    }
    const places = [...wanted].map(
      ([sectionId, names]) => sql`(p.section_id = ${sectionId} AND p.name_key IN (${join([...names])}))`,
    );
    if (places.length > 0) found.add(await read(reader, sql`(${join(places, ' OR ')})`));
    return found;
  }

  /** The product that a row is about, if it is there already. */
  productOf({ product: { id, name } }: ImportRow, sectionId: string | undefined): Product | undefined {
    if (id !== undefined) return this.byId.get(id);
    return sectionId === undefined || name === undefined
      ? undefined
      : this.at(placeOf(sectionId, nameKeyOf(name)));
  }

  /** Who has a name now. */
  at(place: string): Product | undefined {
    return this.byPlace.get(place);
  }

  private add(products: readonly Product[]): void {
    for (const product of products) {
      this.byId.set(product.id, product);
      this.byPlace.set(placeOf(product.sectionId ?? '', product.nameKey), product);
    }
  }
}

async function read(reader: ReadConnection, which: Sql): Promise<Product[]> {
  const rows = await reader.rows<Omit<Product, 'published'> & { readonly published: boolean | number }>(
    sql`SELECT ${COLUMNS} FROM products p WHERE p.deleted_at IS NULL AND ${which}`,
  );
  return rows.map((row) => ({ ...row, published: Boolean(row.published) }));
}
