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

const FINAL_STATUSES: ReadonlySet<ImportStatus> = new Set<ImportStatus>([
  'done',
  'invalid',
  'failed',
  'cancelled',
]);

/** Returns true if the status no longer changes by itself. */
export function isFinished(status: ImportStatus): boolean {
  return FINAL_STATUSES.has(status);
}
