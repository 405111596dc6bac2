interface Progress {
  readonly status: string;
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
}

/** Returns true if the export has finished, successfully or not. */
export function isFinished({ status }: { readonly status: string }): boolean {
  return status !== 'queued' && status !== 'running';
}

/** Returns an export's progress in percent; undefined while it is unknown. The number of rows may change while it runs. */
export function percentOf({ status, rowsDone, rowsTotal }: Progress): number | undefined {
  if (status === 'done') return 100;
  if (rowsTotal === null || status === 'queued') return undefined;
  return rowsTotal === 0 ? 0 : Math.min(99, Math.floor((100 * rowsDone) / rowsTotal));
}
