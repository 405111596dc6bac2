export const IMPORT_STATUSES = [
  'queued',
  'validating',
  'applying',
  'done',
  'invalid',
  'failed',
  'cancelled',
] as const;

export type ImportStatus = (typeof IMPORT_STATUSES)[number];

const OVER: ReadonlySet<ImportStatus> = new Set<ImportStatus>(['done', 'invalid', 'failed', 'cancelled']);

/** Whether nothing more becomes of it by itself. */
export function isOver(status: ImportStatus): boolean {
  return OVER.has(status);
}
