import { Injectable } from '@nestjs/common';
import { Claims, type Claim } from '../background-tasks/task-leases.js';
import { Pace } from '../common/progress-throttle.js';
import { Database } from '../database/database.js';
import { ExportFiles, NoRoom } from './export-files.js';
import { EXPORTS, ExportProgress, ExportStopped } from './export-progress.js';
import { ExportSources } from './export-registry.js';
import type { ExportPlan } from './export-source.js';
import { Export } from './export.entity.js';

const MILLISECONDS_BETWEEN_SIGNS = 1000;
const MOST_ATTEMPTS = 5;
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes the file of an export, row by row, in constant memory. */
@Injectable()
export class RunExport {
  constructor(
    private readonly database: Database,
    private readonly claims: Claims,
    private readonly sources: ExportSources,
    private readonly files: ExportFiles,
    private readonly progress: ExportProgress,
  ) {}

  /**
   * Does nothing where the export is done, cancelled, or gone. Where a worker has died over it, it begins anew.
   *
   * @throws WorkUnderWay where another worker is at it; and whatever went wrong, to be tried again
   */
  async run(exportId: string): Promise<void> {
    const claim = await this.claims.take(EXPORTS, exportId);
    if (claim === undefined) return;
    try {
      await this.write(claim);
    } catch (error) {
      await this.files.remove(claim);
      if (error instanceof ExportStopped) return;
      await this.giveUp(claim, error);
    }
  }

  private async write(claim: Claim): Promise<void> {
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
  private async giveUp(claim: Claim, error: unknown): Promise<void> {
    if (error instanceof NoRoom) return this.progress.fail(claim, 'exports.no-room');
    if (claim.attempt >= MOST_ATTEMPTS) await this.progress.fail(claim, 'exports.failed');
    else if (!(await this.claims.giveBack(EXPORTS, claim))) return;
    throw error;
  }
}

async function* texts(
  plan: ExportPlan,
  withBom: boolean,
  told: (rows: number, isTime: boolean) => Promise<void>,
): AsyncGenerator<string> {
  const pace = new Pace(MILLISECONDS_BETWEEN_SIGNS);
  yield (withBom ? BYTE_ORDER_MARK : '') + plan.header;
  for await (const { text, rows } of plan.lines()) {
    yield text;
    await told(rows, pace.isTime());
  }
}
