export const EXPORT_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled', 'expired'] as const;

export type ExportStatus = (typeof EXPORT_STATUSES)[number];

const OVER: ReadonlySet<ExportStatus> = new Set<ExportStatus>(['done', 'failed', 'cancelled', 'expired']);

/** Whether nothing more becomes of it by itself. */
export function isOver(status: ExportStatus): boolean {
  return OVER.has(status);
}
