import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MINUTE_MS } from '../../platform/common/durations.js';
import { withTimeout } from '../../platform/common/with-timeout.js';

/** A cell as Excel stores it; null if it is blank. */
export type WorkbookCell = string | number | boolean | Date | null;

/** What the rows of a workbook may take in memory, in MB. A file of 250,000 rows needs less. */
const MAX_MEMORY_MB = 512;
/** A workbook that takes longer is a malicious one: 250,000 rows take less than half of it. */
const MAX_OPENING_MS = MINUTE_MS;

const WORKER = join(import.meta.dirname, 'workbook-worker.mjs');

interface Answer {
  readonly isUnreadable?: true;
  readonly sheets?: readonly string[];
  readonly rows?: readonly (readonly WorkbookCell[])[];
  readonly total?: number;
}

/** Thrown for a workbook that is damaged, has a password, or takes too much memory or time. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
}

/** An .xlsx file, opened in a thread of its own with bounded memory. Close it. */
export class Workbook {
  private constructor(
    private readonly worker: Worker,
    /** Names of the sheets, in order. */
    readonly sheets: readonly string[],
  ) {}

  /** @throws UnreadableWorkbook */
  static async open(path: string): Promise<Workbook> {
    const worker = new Worker(WORKER, {
      workerData: { path },
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
      // Its output is nothing that an operator could use.
      stdout: true,
      stderr: true,
    });
    try {
      const { sheets, isUnreadable } = await withTimeout(MAX_OPENING_MS, answerOf(worker));
      if (sheets === undefined || isUnreadable) throw new UnreadableWorkbook();
      return new Workbook(worker, sheets);
    } catch (error) {
      await worker.terminate();
      throw new UnreadableWorkbook('The workbook cannot be read.', { cause: error });
    }
  }

  /** Reads the rows of a sheet in batches, blank ones included. */
  async *rows(
    sheet: string,
  ): AsyncGenerator<{ readonly rows: readonly (readonly WorkbookCell[])[]; readonly total: number }> {
    for (let from = 0; ;) {
      const answer = answerOf(this.worker);
      this.worker.postMessage({ sheet, from });
      const { rows = [], total = 0 } = await answer;
      if (rows.length === 0) return;
      yield { rows, total };
      from += rows.length;
    }
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

/** Returns the next answer. Rejects if the thread ends, as it does when it runs out of memory. */
async function answerOf(worker: Worker): Promise<Answer> {
  const [answer] = (await once(worker, 'message')) as [Answer];
  return answer;
}
