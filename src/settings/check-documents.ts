import { requestErrors } from '../platform/common/common.errors.js';
import { sql, type Transaction } from '../platform/database/transaction.js';
import type { DocumentKind } from '../rules/documents/document-kind.js';
import { PREFIX_OF_KIND, type DocumentSettings } from './document-settings.dto.js';

/** Checks that each kind of document has numbers of its own. @throws request.rule-broken */
export function checkDocuments({ prefixes }: DocumentSettings): void {
  const all: readonly (readonly [string, string])[] = Object.entries(prefixes);
  const equal = all.filter(([field, prefix]) =>
    all.some(([other, value]) => other !== field && value === prefix),
  );
  refuse(
    equal.map(([field]) => field),
    'Each kind of document needs a prefix of its own.',
  );
}

/**
 * Checks that no kind of document gets a prefix with which documents of another kind were issued: it would continue their numbers.
 *
 * @throws request.rule-broken
 */
export async function checkUsedPrefixes(tx: Transaction, { prefixes }: DocumentSettings): Promise<void> {
  const used = await tx.rows<{ kind: DocumentKind; series: string }>(
    sql`SELECT DISTINCT kind, series FROM documents`,
  );
  const fields = Object.values(PREFIX_OF_KIND).filter((field) =>
    used.some(({ kind, series }) => series === prefixes[field] && PREFIX_OF_KIND[kind] !== field),
  );
  refuse(fields, 'Documents of another kind have numbers with this prefix.');
}

function refuse(fields: readonly string[], message: string): void {
  if (fields.length === 0) return;
  throw requestErrors['rule-broken']({
    errors: fields.map((field) => ({
      field: `value.prefixes.${field}`,
      code: 'settings.contradiction',
      message,
    })),
  });
}
