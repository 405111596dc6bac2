import type { AuditEntry } from './audit-log';

/** A field as it was and as it is since; null where it was not there. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Side = Readonly<Record<string, unknown>> | null | undefined;

/** What an entry of the audit log says of each field, those first that it says changed. */
export function fieldChanges({ before, after }: Pick<AuditEntry, 'before' | 'after'>): FieldChange[] {
  const [was, is] = [before as Side, after as Side];
  const fields = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
  const changes = fields.map((field) => ({ field, before: told(was?.[field]), after: told(is?.[field]) }));
  return changes
    .filter((change) => change.before !== null || change.after !== null)
    .toSorted((a, b) => Number(isChange(b)) - Number(isChange(a)));
}

/** Whether both sides are told, and differ. */
export function isChange({ before, after }: FieldChange): boolean {
  return before !== null && after !== null && before !== after;
}

function told(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}

const PAGES: Readonly<Record<string, string>> = {
  user: '/users',
  product: '/products',
  order: '/orders',
  'section-request': '/section-requests',
};

/** Where what an entry is about has its page; undefined where it has none. */
export function subjectPage({ subjectType, subjectId }: Pick<AuditEntry, 'subjectType' | 'subjectId'>) {
  const page = PAGES[subjectType];
  return page === undefined || subjectId === null ? undefined : `${page}/${subjectId}`;
}
