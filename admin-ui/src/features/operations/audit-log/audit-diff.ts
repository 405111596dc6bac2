import type { AuditEntry } from './audit-log';

/** A field's value before and after; null if it is missing. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Side = Readonly<Record<string, unknown>> | null | undefined;

/** Returns the fields of an audit log entry, changed ones first. */
export function fieldChanges({ before, after }: Pick<AuditEntry, 'before' | 'after'>): FieldChange[] {
  const [was, is] = [before as Side, after as Side];
  const fields = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
  const changes = fields.map((field) => ({
    field,
    before: textOf(was?.[field]),
    after: textOf(is?.[field]),
  }));
  return changes
    .filter((change) => change.before !== null || change.after !== null)
    .toSorted((a, b) => Number(isChange(b)) - Number(isChange(a)));
}

/** Returns true if both values are present and differ. */
export function isChange({ before, after }: FieldChange): boolean {
  return before !== null && after !== null && before !== after;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}

const PAGES: Readonly<Record<string, string>> = {
  user: '/users',
  product: '/products',
  order: '/orders',
  'section-request': '/section-requests',
};

/** Returns the path of the subject's page; undefined if it has none. */
export function subjectPage({ subjectType, subjectId }: Pick<AuditEntry, 'subjectType' | 'subjectId'>) {
  const page = PAGES[subjectType];
  return page === undefined || subjectId === null ? undefined : `${page}/${subjectId}`;
}
