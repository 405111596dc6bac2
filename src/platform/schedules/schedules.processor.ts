import { Injectable } from '@nestjs/common';
import { EventProcessor, type Handlers } from '../outbox/event-processor.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { OutboxStore } from '../outbox/outbox-store.js';
import { TICK, type JobRun } from '../queues/job-queue.js';
import { ProcessesJobsOf } from '../queues/processors.js';
import { Schedules } from './schedules.js';

/** Starts schedules that are due, and runs them. */
@Injectable()
@ProcessesJobsOf('schedules')
export class SchedulesProcessor extends EventProcessor<'schedules'> {
  protected readonly handlers: Handlers<'schedules'> = {
    'schedules.due': ({ schedule, dueAt }) => this.schedules.actionOf(schedule)(dueAt),
  };

  constructor(
    events: OutboxStore,
    relay: OutboxRelay,
    private readonly schedules: Schedules,
  ) {
    super(events, relay);
  }

  override async process(job: JobRun): Promise<void> {
    if (job.name === TICK) await this.schedules.startDue();
    else await super.process(job);
  }
}
