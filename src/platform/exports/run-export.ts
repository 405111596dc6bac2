import { Injectable } from '@nestjs/common';
import { TaskLeases, type Lease } from '../background-tasks/task-leases.js';
import { ProgressThrottle } from '../common/progress-throttle.js';
import { Database } from '../database/database.js';
import { ExportFiles, DiskFullError } from './export-files.js';
import { EXPORTS, ExportProgress, ExportStopped } from './export-progress.js';
import { ExportRegistry } from './export-registry.js';
import type { ExportPlan } from './export-source.js';
import { Export } from './export.entity.js';

const MILLISECONDS_BETWEEN_SIGNS = 1000;
const MAX_ATTEMPTS = 5;
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes the file of an export, row by row, in constant memory. */
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
   * Does nothing where the export is done, cancelled, or gone. Where a worker has died over it, it begins anew.
   *
   * @throws TaskInProgress where another worker is at it; and whatever went wrong, to be tried again
   */
  async run(exportId: string): Promise<void> {
    const claim = await this.leases.acquire(EXPORTS, exportId);
    if (claim === undefined) return;
    try {
      await this.write(claim);
    } catch (error) {
      await this.files.remove(claim);
      if (error instanceof ExportStopped) return;
      await this.giveUp(claim, error);
    }
  }

  private async write(claim: Lease): Promise<void> {
    const { kind, parameters, withBom } = await this.database.read.entities.findOneByOrFail(Export, {
      id: claim.id,
    });
    const plan = this.sources.of(kind).plan(JSON.parse(parameters) as object);
    await this.progress.begin(claim, await plan.count());
    let rows = 0;
    const told = async (more: number, isTime: boolean): Promise<void> => {
      rows += more;
      if (isTime) await this.progress.advance(claim, rows);
    };
    const bytes = await this.files.write(claim, texts(plan, withBom, told));
    await this.progress.finish(claim, { rows, bytes });
  }

  /** A full disk does not get emptier by trying again. Anything else may have been a moment's fault. */
  private async giveUp(claim: Lease, error: unknown): Promise<void> {
    if (error instanceof DiskFullError) return this.progress.fail(claim, 'exports.no-room');
    if (claim.attempt >= MAX_ATTEMPTS) await this.progress.fail(claim, 'exports.failed');
    else if (!(await this.leases.release(EXPORTS, claim))) return;
    throw error;
  }
}

async function* texts(
  plan: ExportPlan,
  withBom: boolean,
  told: (rows: number, isTime: boolean) => Promise<void>,
): AsyncGenerator<string> {
  const pace = new ProgressThrottle(MILLISECONDS_BETWEEN_SIGNS);
  yield (withBom ? BYTE_ORDER_MARK : '') + plan.header;
  for await (const { text, rows } of plan.lines()) {
    yield text;
    await told(rows, pace.isDue());
  }
}
