import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { deleteInBatches } from '../database/delete-in-batches.js';
import { deletionsOf, RETENTION_RULES, type RetentionRule } from './retention-rules.js';
import { RetentionRegistry, type RetentionTask } from './retention-tasks.js';

/** Number of deleted things by the name of their rule or task. */
export type RetentionCounts = Readonly<Record<string, number>>;

/** Deletes what has expired: sessions, old keys, completed events. Runs at night, and may run at any time. */
@Injectable()
export class RunRetention {
  private readonly logger = new Logger(RunRetention.name);

  constructor(
    private readonly registry: RetentionRegistry,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs every rule and task, even after one of them has failed.
   *
   * @throws AggregateError of all failures
   */
  async run(): Promise<RetentionCounts> {
    const now = this.clock.now();
    const counts: Record<string, number> = {};
    const failures: unknown[] = [];
    for (const step of this.steps()) {
      try {
        counts[step.name] = await step.run(now);
      } catch (cause) {
        failures.push(new Error(`Retention of ${step.name} failed`, { cause }));
      }
    }
    this.logger.log(`Retention: ${JSON.stringify(counts)}`);
    if (failures.length > 0) throw new AggregateError(failures, 'Retention is incomplete');
    return counts;
  }

  private steps(): RetentionTask[] {
    const rules = RETENTION_RULES.map((rule) => ({
      name: rule.name,
      run: (now: number) => this.apply(rule, now),
    }));
    return [...rules, ...this.registry.tasks];
  }

  private async apply(rule: RetentionRule, now: number): Promise<number> {
    let deleted = 0;
    for (const deletion of deletionsOf(rule, now)) deleted = await deleteInBatches(this.database, deletion);
    return deleted;
  }
}
