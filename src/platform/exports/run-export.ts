import { Injectable } from '@nestjs/common';
import { TaskLeases, type Lease } from '../background-tasks/task-leases.js';
import { DiskFullError } from '../common/files/atomic-write.js';
import { ProgressThrottle } from '../common/progress-throttle.js';
import { Database } from '../database/database.js';
import { ExportFiles } from './export-files.js';
import { EXPORTS, ExportProgress, ExportStopped } from './export-progress.js';
import { ExportRegistry } from './export-registry.js';
import type { ExportPlan } from './export-source.js';
import { Export } from './export.entity.js';

const PROGRESS_INTERVAL_MS = 1000;
const MAX_ATTEMPTS = 5;
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes the file of an export row by row, in constant memory. */
@Injectable()
export class RunExport {
  constructor(
    private readonly database: Database,
    private readonly leases: TaskLeases,
    private readonly sources: ExportRegistry,
    private readonly files: ExportFiles,
    private readonly progress: ExportProgress,
  ) {}

  /**
   * Does nothing if the export is done, cancelled, or deleted. Starts from the beginning if an earlier worker died.
   *
   * @throws TaskInProgress if another worker is writing it; and errors that are worth a retry
   */
  async run(exportId: string): Promise<void> {
    const lease = await this.leases.acquire(EXPORTS, exportId);
    if (lease === undefined) return;
    try {
      await this.write(lease);
    } catch (error) {
      await this.files.remove(lease);
      if (error instanceof ExportStopped) return;
      await this.handleFailure(lease, error);
    }
  }

  private async write(lease: Lease): Promise<void> {
    const { kind, parameters, withBom } = await this.database.read.entities.findOneByOrFail(Export, {
      id: lease.id,
    });
    const plan = this.sources.of(kind).plan(JSON.parse(parameters) as object);
    await this.progress.begin(lease, await plan.count());
    let rows = 0;
    const onRows = async (count: number, isDue: boolean): Promise<void> => {
      rows += count;
      if (isDue) await this.progress.advance(lease, rows);
    };
    const bytes = await this.files.write(lease, textsOf(plan, withBom, onRows));
    await this.progress.finish(lease, { rows, bytes });
  }

  /** Retries temporary errors, up to the maximum number of attempts. A retry does not help against a full disk. */
  private async handleFailure(lease: Lease, error: unknown): Promise<void> {
    if (error instanceof DiskFullError) return this.progress.fail(lease, 'exports.no-room');
    if (lease.attempt >= MAX_ATTEMPTS) await this.progress.fail(lease, 'exports.failed');
    else if (!(await this.leases.release(EXPORTS, lease))) return;
    throw error;
  }
}

async function* textsOf(
  plan: ExportPlan,
  withBom: boolean,
  onRows: (count: number, isDue: boolean) => Promise<void>,
): AsyncGenerator<string> {
  const throttle = new ProgressThrottle(PROGRESS_INTERVAL_MS);
  yield (withBom ? BYTE_ORDER_MARK : '') + plan.header;
  for await (const { text, rows } of plan.lines()) {
    yield text;
    await onRows(rows, throttle.isDue());
  }
}
