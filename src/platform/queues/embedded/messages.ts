/** What the program asks the thread that the embedded queue's database runs in. */
export interface Ask {
  readonly id: number;
  readonly text: string;
  readonly values: readonly unknown[] | undefined;
}

/** What the thread says: an answer, or that something has been notified. */
export type Say =
  | { readonly id: number; readonly rows: unknown[]; readonly rowCount: number }
  | { readonly id: number; readonly error: string; readonly code: string | undefined }
  | { readonly channel: string; readonly payload: string };

/** What the thread is given at its start. */
export interface ThreadData {
  /** A template with BullMQ's tables in it, or undefined to make all of it anew, which takes some seconds. */
  readonly template: string | undefined;
  /** Where BullMQ has its tables. */
  readonly schema: string;
}
