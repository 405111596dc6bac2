import { Injectable } from '@nestjs/common';
import { TaskFiles } from '../background-tasks/task-files.js';
import { TaskStopped, type TaskProgress } from '../background-tasks/task-progress.js';
import { TaskFailure, TaskRunner } from '../background-tasks/task-runner.js';
import { Clock } from '../common/clock.js';
import { DAY_MS, SECOND_MS } from '../common/durations.js';
import { DiskFullError } from '../common/files/atomic-write.js';
import { Throttle } from '../common/throttle.js';
import { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';
import { ExportRegistry } from './export-registry.js';
import type { ExportPlan } from './export-source.js';
import { EXPORTS } from './export-task.js';
import { Export } from './export.entity.js';

const PROGRESS_INTERVAL_MS = SECOND_MS;
const FILE_RETENTION_MS = DAY_MS;
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes the file of an export row by row, in constant memory. */
@Injectable()
export class RunExport {
  constructor(
    private readonly database: Database,
    private readonly tasks: TaskRunner,
    private readonly sources: ExportRegistry,
    private readonly files: TaskFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws like {@link TaskRunner.run} */
  async run(exportId: string): Promise<void> {
    await this.tasks.run(EXPORTS, exportId, (task) => this.write(task));
  }

  private async write(task: TaskProgress): Promise<void> {
    const { kind, parameters, withBom } = await this.database.read.entities.findOneByOrFail(Export, {
      id: task.lease.id,
    });
    const plan = this.sources.of(kind).plan(JSON.parse(parameters) as object);
    await task.begin(sql`rows_done = 0, rows_total = ${await plan.count()}`);
    let rows = 0;
    const onRows = async (count: number, isDue: boolean): Promise<void> => {
      rows += count;
      if (isDue) await task.advance(sql`rows_done = ${rows}`);
    };
    const bytes = await this.writeFile(task, textsOf(plan, withBom, onRows));
    const expiresAt = this.clock.now() + FILE_RETENTION_MS;
    const result = sql`rows_done = ${rows}, rows_total = ${rows}, bytes = ${bytes}, expires_at = ${expiresAt}`;
    try {
      await this.database.transaction((tx) => task.finish(tx, 'done', result));
    } catch (error) {
      // After any other error the row may be done all the same: the expiry deletes the file if it is not.
      if (error instanceof TaskStopped) await this.files.remove(task.lease);
      throw error;
    }
  }

  private async writeFile({ lease }: TaskProgress, content: AsyncIterable<string>): Promise<number> {
    try {
      return await this.files.write(lease, content);
    } catch (error) {
      throw error instanceof DiskFullError ? new TaskFailure('exports.no-room') : error;
    }
  }
}

async function* textsOf(
  plan: ExportPlan,
  withBom: boolean,
  onRows: (count: number, isDue: boolean) => Promise<void>,
): AsyncGenerator<string> {
  const throttle = new Throttle(PROGRESS_INTERVAL_MS).restart();
  yield (withBom ? BYTE_ORDER_MARK : '') + plan.header;
  for await (const { text, rows } of plan.lines()) {
    yield text;
    await onRows(rows, throttle.isDue());
  }
}
