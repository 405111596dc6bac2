import { POSTGRES, SQLITE, type Dialect } from '../database/dialect.js';
import { jsonInstant, jsonObject, jsonUnits } from '../database/json.js';
import { sql, type Sql } from '../database/transaction.js';

/** The JSON of a `ProductView`, made by the database from `products p` and `sections s`. See `productView`, its twin. */
export const PRODUCT_JSON: Readonly<Record<Dialect['name'], Sql>> = {
  sqlite: productJson(SQLITE),
  postgres: productJson(POSTGRES),
};

function productJson(dialect: Dialect): Sql {
  return jsonObject(dialect, {
    id: sql`p.id`,
    sectionId: sql`p.section_id`,
    sectionName: sql`s.name`,
    name: sql`p.name`,
    slug: sql`p.slug`,
    description: sql`p.description`,
    brand: sql`p.brand`,
    unitType: sql`p.unit_type`,
    ratePerUnit: sql`p.rate_per_unit`,
    quantityStep: jsonUnits(dialect, sql`p.quantity_step`),
    quantityAvailable: jsonUnits(dialect, sql`p.quantity_available`),
    imageUrl: sql`'/media/' || p.image || '-960.webp'`,
    thumbnailUrl: sql`'/media/' || p.image || '-320.webp'`,
    manufacturedOn: sql`p.manufactured_on`,
    bestBefore: sql`p.best_before`,
    version: sql`p.version`,
    createdAt: jsonInstant(dialect, sql`p.created_at`),
  });
}
