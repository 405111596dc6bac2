import { toIsoString } from '../../platform/common/iso-time.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import type { EarlierImportView } from '../imports.dto.js';
import { importErrors } from '../imports.errors.js';

/** Columns of {@link EARLIER_IMPORT}; null without one. */
export interface EarlierRow {
  readonly earlier_id: string | null;
  readonly earlier_file: string | null;
  readonly earlier_at: number | null;
  readonly earlier_by: string | null;
}

export const EARLIER_COLUMNS = sql`
  e.id AS earlier_id, e.file_name AS earlier_file, e.finished_at AS earlier_at, eu.username AS earlier_by`;

/**
 * Joins an import `t` with the latest other one that has applied the same rows, or is about to. Imports of earlier
 * releases are known by the hash of their entire file alone.
 */
export const EARLIER_IMPORT = sql`
    LEFT JOIN imports e ON e.id = (
      SELECT o.id FROM imports o
      WHERE o.content_sha256 IN (t.content_sha256, t.sha256) AND o.id <> t.id AND o.kind = t.kind AND o.dry_run = ${false}
        AND o.status IN ('queued', 'validating', 'applying', 'done')
      ORDER BY o.created_at DESC, o.id DESC LIMIT 1)
    LEFT JOIN users eu ON eu.id = e.owner_id`;

export function earlierImportView(row: EarlierRow): EarlierImportView | null {
  if (row.earlier_id === null) return null;
  return {
    importId: row.earlier_id,
    fileName: row.earlier_file ?? '',
    byName: row.earlier_by ?? '',
    appliedAt: toIsoString(row.earlier_at),
  };
}

/**
 * Makes concurrent requests to apply the same rows wait for each other, so that each sees the ones before. Call it in the
 * transaction that applies an import, before {@link refuseRepeat}.
 */
export async function lockRows(tx: Transaction, contentSha256: string): Promise<void> {
  await tx.lock(`import of ${contentSha256}`);
}

/** @throws imports.file-applied-before if the rows of this import are applied already, or about to be */
export async function refuseRepeat(tx: Transaction, importId: string): Promise<void> {
  const row = await tx.row<EarlierRow>(
    sql`SELECT ${EARLIER_COLUMNS} FROM imports t ${EARLIER_IMPORT} WHERE t.id = ${importId}`,
  );
  const earlier = row === undefined ? null : earlierImportView(row);
  if (earlier !== null) throw importErrors['file-applied-before']({ earlier });
}
