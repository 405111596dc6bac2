import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Columns, FixedValues } from '../columns/import-field.js';
import type { ImportKind } from '../kinds/import-kinds.js';

interface Remembered {
  readonly columns: Columns;
  readonly fixed: FixedValues;
}

/** A file whose columns a person has assigned. */
interface KnownFile {
  readonly ownerId: string;
  readonly kind: ImportKind;
  readonly headings: readonly string[];
}

/** Number of files that a person's columns are remembered for. */
const MAX_PER_OWNER = 200;

/** Remembers for each person which column of a file is which field. Files with the same headings are read the same way. */
@Injectable()
export class RememberedColumns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find(file: KnownFile): Promise<Remembered | undefined> {
    const row = await this.database.read.row<{ columns: string; fixed: string }>(sql`
      SELECT columns, fixed FROM import_columns
      WHERE owner_id = ${file.ownerId} AND headings_sha256 = ${keyOf(file)}`);
    if (row === undefined) return undefined;
    return { columns: JSON.parse(row.columns) as Columns, fixed: JSON.parse(row.fixed) as FixedValues };
  }

  async remember(file: KnownFile, { columns, fixed }: Remembered): Promise<void> {
    const { ownerId } = file;
    await this.database.transaction(async (tx) => {
      await tx.execute(sql`
        INSERT INTO import_columns (owner_id, headings_sha256, columns, fixed, remembered_at)
        VALUES (${ownerId}, ${keyOf(file)}, ${JSON.stringify(columns)}, ${JSON.stringify(fixed)}, ${this.clock.now()})
        ON CONFLICT (owner_id, headings_sha256)
        DO UPDATE SET columns = excluded.columns, fixed = excluded.fixed, remembered_at = excluded.remembered_at`);
      await tx.execute(sql`
        DELETE FROM import_columns WHERE owner_id = ${ownerId} AND headings_sha256 NOT IN (
          SELECT headings_sha256 FROM import_columns WHERE owner_id = ${ownerId}
          ORDER BY remembered_at DESC LIMIT ${MAX_PER_OWNER})`);
    });
  }
}

/** The headings of products are hashed alone, as in earlier releases. */
function keyOf({ kind, headings }: KnownFile): string {
  const keys = headings.map((heading) => heading.trim().toLowerCase());
  return hash('sha256', JSON.stringify(kind === 'products' ? keys : { kind, keys }));
}
