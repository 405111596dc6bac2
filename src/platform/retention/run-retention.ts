import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { RetentionRegistry } from './retention-tasks.js';

/** How much has gone, by the name of the step. */
export type RetentionCounts = Readonly<Record<string, number>>;

/** Takes away what is over: expired sessions, old keys, finished events. Run at night, and harmless at any time. */
@Injectable()
export class RunRetention {
  private readonly logger = new Logger(RunRetention.name);

  constructor(
    private readonly retention: RetentionRegistry,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs each step, also where one before it has failed.
   *
   * @throws AggregateError of what failed, after all of them
   */
  async run(): Promise<RetentionCounts> {
    const now = this.clock.now();
    const counts: Record<string, number> = {};
    const failures: unknown[] = [];
    for (const step of this.retention.steps) {
      try {
        counts[step.name] = await step.run(now);
      } catch (cause) {
        failures.push(new Error(`${step.name} could not be cleaned up`, { cause }));
      }
    }
    this.logger.log(`cleaned up: ${JSON.stringify(counts)}`);
    if (failures.length > 0) throw new AggregateError(failures, 'The clean-up was not complete');
    return counts;
  }
}
