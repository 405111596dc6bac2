import { requestErrors } from '../platform/common/common.errors.js';
import type { FieldError } from '../platform/common/errors/domain-error.js';
import { sql, type ReadConnection, type Transaction } from '../platform/database/transaction.js';

type IdAndCode = readonly [id: string, code: string];

/** Returns the codes of all tax classes by ID. */
export async function taxClassCodes(connection: ReadConnection): Promise<Map<string, string>> {
  return codesOf(
    await connection.rows<{ id: string; code: string }>(sql`SELECT id, code FROM tax_classes ORDER BY id`),
  );
}

/** Like {@link taxClassCodes}, and keeps the classes from being deleted until the end of the transaction. */
export async function shareTaxClasses(tx: Transaction): Promise<Map<string, string>> {
  return codesOf(
    await tx.rows<{ id: string; code: string }>(
      sql`SELECT id, code FROM tax_classes ORDER BY id ${tx.forShare}`,
    ),
  );
}

/**
 * Keeps a class that something is about to have from being deleted.
 *
 * @param taxClassId null for none
 * @param field path of the class in the body
 * @throws request.rule-broken if there is no such class
 */
export async function checkTaxClass(
  tx: Transaction,
  taxClassId: string | null,
  field = 'taxClassId',
): Promise<void> {
  if (taxClassId === null || (await shareTaxClasses(tx)).has(taxClassId)) return;
  throw requestErrors['rule-broken']({ errors: [unknownTaxClass(field)] });
}

/** @param field path of the class in a body */
export function unknownTaxClass(field: string): FieldError {
  return { field, code: 'tax.class-not-found', message: 'There is no such tax class.' };
}

function codesOf(rows: readonly { readonly id: string; readonly code: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, code }): IdAndCode => [id, code]));
}
