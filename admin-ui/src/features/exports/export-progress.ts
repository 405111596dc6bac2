interface Progress {
  readonly status: string;
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
}

/** Whether nothing more comes of it. */
export function isOver({ status }: { readonly status: string }): boolean {
  return status !== 'queued' && status !== 'running';
}

/** How far an export is, in percent; undefined where nobody can tell yet. Rows may come and go meanwhile. */
export function percentOf({ status, rowsDone, rowsTotal }: Progress): number | undefined {
  if (status === 'done') return 100;
  if (rowsTotal === null || status === 'queued') return undefined;
  return rowsTotal === 0 ? 0 : Math.min(99, Math.floor((100 * rowsDone) / rowsTotal));
}
