import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { UnrecoverableError, type Job } from 'bullmq';
import { withTimeout } from '../common/with-timeout.js';
import { workerOptions, type EventJob, type QueueName } from '../queues/queues.js';
import type { OutboxEvents, OutboxEventType } from './outbox-event-types.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxStore } from './outbox-store.js';

/** Milliseconds. */
const PATIENCE_AT_THE_END = 9000;

/** What is done about each event of a queue. An event may come twice, also at the same time: its work is done once. */
export type Handlers<Name extends QueueName> = {
  readonly [Type in Extract<OutboxEventType, `${Name}.${string}`>]: (
    payload: OutboxEvents[Type],
    eventId: string,
  ) => Promise<void>;
};

/** On a processor's class: the queue whose events it works on. */
export const ProcessesEventsOf = (name: QueueName): ClassDecorator => Processor(name, workerOptions(name));

/**
 * Takes the jobs of one queue, loads the event of each, and has its handler work on it. An event that is done is passed
 * over. A handler that throws is called again later, with longer and longer waits, until its last try.
 */
@Injectable()
export abstract class EventProcessor<Name extends QueueName>
  extends WorkerHost
  implements BeforeApplicationShutdown
{
  protected abstract readonly handlers: Handlers<Name>;
  private readonly logger = new Logger(this.constructor.name);

  constructor(
    private readonly events: OutboxStore,
    private readonly relay: OutboxRelay,
  ) {
    super();
  }

  async process(job: Job<EventJob>): Promise<void> {
    const { eventId } = job.data;
    const event = await this.events.open(eventId);
    if (event === undefined) return;
    try {
      await this.handlerOf(event.type)(event.payload, eventId);
    } catch (error) {
      await this.failed(job, error);
      throw error;
    }
    await this.events.completeAlone(eventId);
    this.relay.wake();
  }

  /** Jobs under way are finished while the database is still open. A worker whose queue is away is not waited for. */
  async beforeApplicationShutdown(): Promise<void> {
    const closing = this.startedWorker?.close();
    if (closing !== undefined) await withTimeout(PATIENCE_AT_THE_END, closing).catch(() => undefined);
  }

  /** Of its connection: BullMQ mends it by itself, and the relay tells of an outage. */
  @OnWorkerEvent('error')
  onConnectionError(error: Error): void {
    this.logger.debug(error.message);
  }

  /** Nest gives a processor its worker when it is started, and throws where it is asked for before. */
  private get startedWorker(): WorkerHost['worker'] | undefined {
    return (this as unknown as { _worker?: WorkerHost['worker'] })._worker;
  }

  private handlerOf(type: OutboxEventType): (payload: unknown, eventId: string) => Promise<void> {
    const handlers = this.handlers as Partial<
      Record<OutboxEventType, (payload: unknown, eventId: string) => Promise<void>>
    >;
    const handler = handlers[type];
    if (handler === undefined) throw new UnrecoverableError(`Nobody works on ${type}.`);
    return handler;
  }

  private async failed(job: Job<EventJob>, error: unknown): Promise<void> {
    const tries = job.attemptsMade + 1;
    const isLast = error instanceof UnrecoverableError || tries >= (job.opts.attempts ?? 1);
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn(`${job.name} ${job.data.eventId}, try ${tries}${isLast ? ', the last' : ''}: ${reason}`);
    if (isLast) await this.events.fail(job.data.eventId, reason);
  }
}
