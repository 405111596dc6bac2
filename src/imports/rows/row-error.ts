/** An error in a row. Without a column, it concerns the entire row. */
export interface RowError {
  /** Line on which the row begins, from 1. */
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  /** The section that the row names and the store does not have. */
  readonly missingSection?: string;
}

/** Returns an error of a row. */
export function rowError(
  { line }: Pick<RowError, 'line'>,
  column: string | null,
  code: string,
  message: string,
): RowError {
  return { line, column, code, message };
}
