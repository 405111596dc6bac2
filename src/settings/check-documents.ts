import { requestErrors } from '../platform/common/common.errors.js';
import type { DocumentSettings } from './document-settings.dto.js';

/** Checks that each kind of document has numbers of its own. @throws request.rule-broken */
export function checkDocuments({ prefixes }: DocumentSettings): void {
  const all: readonly (readonly [string, string])[] = Object.entries(prefixes);
  const equal = all.filter(([field, prefix]) =>
    all.some(([other, value]) => other !== field && value === prefix),
  );
  if (equal.length === 0) return;
  const message = 'Each kind of document needs a prefix of its own.';
  throw requestErrors['rule-broken']({
    errors: equal.map(([field]) => ({
      field: `value.prefixes.${field}`,
      code: 'settings.contradiction',
      message,
    })),
  });
}
