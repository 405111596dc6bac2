import {
  join,
  sql,
  type ReadConnection,
  type Sql,
  type Transaction,
} from '../platform/database/transaction.js';
import type { SlugKind } from './former-slug.entity.js';

/** Records the slugs that sections or products no longer have. If several had the same, the last one keeps it. */
export async function recordFormerSlugs(
  tx: Transaction,
  kind: SlugKind,
  former: readonly { readonly slug: string; readonly targetId: string }[],
): Promise<void> {
  if (former.length === 0) return;
  const rows = former.map(({ slug, targetId }) => sql`(${kind}, ${slug}, ${targetId})`);
  await tx.execute(sql`
    INSERT INTO former_slugs (kind, slug, target_id) VALUES ${join(rows)}
    ON CONFLICT (kind, slug) DO UPDATE SET target_id = excluded.target_id`);
}

/** Forgets the former slugs of a deleted section or product, or gives them to the section that has its products now. */
export async function releaseFormerSlugs(
  tx: Transaction,
  targetId: string,
  heir: string | null,
): Promise<void> {
  await tx.execute(
    heir === null
      ? sql`DELETE FROM former_slugs WHERE target_id = ${targetId}`
      : sql`UPDATE former_slugs SET target_id = ${heir} WHERE target_id = ${targetId}`,
  );
}

/** Returns the current slug of the section that had this one. */
export async function slugOfMovedSection(read: ReadConnection, slug: string): Promise<string | undefined> {
  const row = await read.row<{ slug: string }>(
    sql`SELECT s.slug FROM sections s WHERE s.id = ${formerTarget('section', slug)}`,
  );
  return row?.slug;
}

/** Returns the current slug of the published product that had this one. */
export async function slugOfMovedProduct(read: ReadConnection, slug: string): Promise<string | undefined> {
  const row = await read.row<{ slug: string }>(sql`
    SELECT p.slug FROM products p WHERE p.id = ${formerTarget('product', slug)} AND p.published = ${true}`);
  return row?.slug;
}

/** Returns the ID of what had a slug, as a subquery. */
export function formerTarget(kind: SlugKind, slug: string): Sql {
  return sql`(SELECT f.target_id FROM former_slugs f WHERE f.kind = ${kind} AND f.slug = ${slug})`;
}
