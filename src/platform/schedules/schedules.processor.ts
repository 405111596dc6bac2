import { Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import { EventProcessor, ProcessesEventsOf, type Handlers } from '../outbox/event-processor.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { OutboxStore } from '../outbox/outbox-store.js';
import type { EventJob } from '../queues/queues.js';
import { Schedules } from './schedules.js';

/** The jobs that BullMQ's job schedulers make: all that such a job says is that the hour has come. */
export const TICK = 'tick';

/** Starts what is due when the hour comes, and does it. */
@Injectable()
@ProcessesEventsOf('schedules')
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

  override async process(job: Job<EventJob>): Promise<void> {
    if (job.name === TICK) await this.schedules.startDue();
    else await super.process(job);
  }
}
