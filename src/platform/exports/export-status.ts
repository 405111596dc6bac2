export const EXPORT_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled', 'expired'] as const;

export type ExportStatus = (typeof EXPORT_STATUSES)[number];

const FINISHED: ReadonlySet<ExportStatus> = new Set<ExportStatus>(['done', 'failed', 'cancelled', 'expired']);

/** Returns true if the export is neither queued nor running. */
export function isFinished(status: ExportStatus): boolean {
  return FINISHED.has(status);
}
