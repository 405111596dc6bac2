import type { AuditEntry } from './audit-log';

/** A field's value before and after; null if it is missing. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Side = Readonly<Record<string, unknown>> | null | undefined;
type Sides = Pick<AuditEntry, 'before' | 'after'>;

/** Fields that say nothing to a reader of the list. The dialog shows them. */
const TECHNICAL = new Set([
  'version',
  'sessionId',
  'sha256',
  'bytes',
  'image',
  'parameters',
  'dryRun',
  'confirmRepeat',
  'confirmRateChanges',
]);

/** Returns the fields of an audit log entry, changed ones first. */
export function fieldChanges({ before, after }: Sides): FieldChange[] {
  const [was, is] = [before as Side, after as Side];
  const fields = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
  const changes = fields.map((field) => ({
    field,
    before: was?.[field] ?? null,
    after: is?.[field] ?? null,
  }));
  return changes
    .filter((change) => change.before !== null || change.after !== null)
    .toSorted((a, b) => Number(isChange(b)) - Number(isChange(a)));
}

/** Returns the fields to list: of an edit only those that have changed. */
export function listedChanges({ before, after }: Sides): FieldChange[] {
  const isEdit = before !== null && after !== null;
  return fieldChanges({ before, after }).filter(
    (change) => !TECHNICAL.has(change.field) && (!isEdit || !isSame(change)),
  );
}

/** Returns true if both values are present and differ. */
export function isChange(change: FieldChange): boolean {
  return change.before !== null && change.after !== null && !isSame(change);
}

function isSame({ before, after }: FieldChange): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

const PAGES: Readonly<Record<string, string>> = {
  user: '/users',
  product: '/products',
  order: '/orders',
  'section-request': '/section-requests',
  import: '/products/imports',
  'stock-sheet': '/stock-sheets',
};

/** Returns the path of the subject's page; undefined if it has none. */
export function subjectPage({ subjectType, subjectId }: Pick<AuditEntry, 'subjectType' | 'subjectId'>) {
  if (subjectType === 'section') return '/sections';
  if (subjectType === 'settings') return '/settings';
  if (subjectType === 'mail' && subjectId !== null) return `/operations/mails?mail=${subjectId}`;
  const page = PAGES[subjectType];
  return page === undefined || subjectId === null ? undefined : `${page}/${subjectId}`;
}
