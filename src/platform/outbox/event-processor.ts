import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { MINUTE_MS } from '../common/durations.js';
import { isDatabaseFailure } from '../database/database.errors.js';
import type { JobRun } from '../queues/job-queue.js';
import type { QueueName } from '../queues/queues.js';
import type { OutboxEvents, OutboxEventType } from './outbox-event-types.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxStore } from './outbox-store.js';

/** How long a failed attempt waits for the database. An outage thus costs one attempt, and not all of them in a few seconds. */
const OUTAGE_TIMEOUT_MS = 2 * MINUTE_MS;

/** Handlers of a queue's events. An event may be delivered twice, also concurrently: its effect must happen once. */
export type Handlers<Name extends QueueName> = {
  readonly [Type in Extract<OutboxEventType, `${Name}.${string}`>]: (
    payload: OutboxEvents[Type],
    eventId: string,
  ) => Promise<void>;
};

/**
 * Processes the jobs of one queue: loads each job's event and calls its handler. Completed events are skipped. A handler
 * that throws is called again later, with growing delays, until its last attempt.
 */
@Injectable()
export abstract class EventProcessor<Name extends QueueName> extends WorkerHost {
  protected abstract readonly handlers: Handlers<Name>;
  private readonly logger = new Logger(this.constructor.name);

  constructor(
    private readonly events: OutboxStore,
    private readonly relay: OutboxRelay,
  ) {
    super();
  }

  async process(job: JobRun): Promise<void> {
    try {
      await this.handle(job);
    } catch (error) {
      if (isDatabaseFailure(error)) await this.events.untilAvailable(OUTAGE_TIMEOUT_MS);
      await this.failed(job, error);
      throw error;
    }
    this.relay.wake();
  }

  private async handle({ data: { eventId } }: JobRun): Promise<void> {
    const event = await this.events.open(eventId);
    if (event === undefined) return;
    await this.handlerOf(event.type)(event.payload, eventId);
    await this.events.completeAlone(eventId);
  }

  /** BullMQ reconnects by itself, and the relay logs an outage. */
  @OnWorkerEvent('error')
  onConnectionError(error: Error): void {
    this.logger.debug(error.message);
  }

  private handlerOf(type: OutboxEventType): (payload: unknown, eventId: string) => Promise<void> {
    const handlers = this.handlers as Partial<
      Record<OutboxEventType, (payload: unknown, eventId: string) => Promise<void>>
    >;
    const handler = handlers[type];
    if (handler === undefined) throw new UnrecoverableError(`No handler for event ${type}.`);
    return handler;
  }

  private async failed({ name, data, attemptsMade, opts }: JobRun, error: unknown): Promise<void> {
    const attempt = attemptsMade + 1;
    const isLast = error instanceof UnrecoverableError || attempt >= (opts.attempts ?? 1);
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn(`${name} ${data.eventId}, attempt ${attempt}${isLast ? ' (last)' : ''}: ${reason}`);
    if (isLast) await this.events.fail(data.eventId, reason);
  }
}
