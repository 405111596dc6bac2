import { Injectable } from '@nestjs/common';
import { withTimeout } from '../common/with-timeout.js';
import { jobOptions, queueOf, Queues, type QueueName } from '../queues/queues.js';
import { OutboxStore, type ClaimedEvent } from './outbox-store.js';

/** A queue that answers later than this is as good as none. */
const PATIENCE = 5000;

/** An event that was lost by its queue so often has something about it that ends its worker. */
const MAX_ATTEMPTS = 25;

const IS_IN_THE_QUEUE = new Set(['waiting', 'active', 'delayed', 'prioritized', 'waiting-children']);

/** Puts events into their queues as jobs, under the event's own id: a queue takes each id once. */
@Injectable()
export class OutboxDispatcher {
  private probe: Promise<unknown> | undefined;

  constructor(
    private readonly queues: Queues,
    private readonly events: OutboxStore,
  ) {}

  /** Whether the queues answer. While they don't, there is one question under way and no more. */
  async isReachable(): Promise<boolean> {
    const [queue] = this.queues.all;
    if (queue === undefined) return false;
    this.probe ??= queue.isPaused().finally(() => (this.probe = undefined));
    await withTimeout(PATIENCE, this.probe);
    return true;
  }

  /** @throws where a queue does not take them; those before it may have been taken then, which does no harm */
  async add(events: readonly ClaimedEvent[]): Promise<void> {
    for (const [name, own] of byQueue(events)) {
      const jobs = own.map(({ id, type }) => ({
        name: type,
        data: { eventId: id },
        opts: { jobId: id, ...jobOptions(name) },
      }));
      await withTimeout(PATIENCE, this.queues.of(name).addBulk(jobs));
    }
    await this.events.countAttempts(events.map(({ id }) => id));
  }

  /** Puts events that have been handed on before into their queues again, where they are no longer in them. */
  async recoverLost(events: readonly ClaimedEvent[]): Promise<void> {
    const lost: ClaimedEvent[] = [];
    for (const event of events) if (await this.isLost(event)) lost.push(event);
    if (lost.length > 0) await this.add(lost);
  }

  private async isLost({ id, type, attempts }: ClaimedEvent): Promise<boolean> {
    const queue = this.queues.of(queueOf(type));
    const state = await withTimeout(PATIENCE, queue.getJobState(id));
    if (IS_IN_THE_QUEUE.has(state)) return false;
    if (state === 'failed') {
      const job = await withTimeout(PATIENCE, queue.getJob(id));
      await this.events.fail(id, job?.failedReason ?? 'It has failed.');
      return false;
    }
    if (attempts >= MAX_ATTEMPTS) {
      await this.events.fail(id, `It was handed on ${attempts} times and is not done.`);
      return false;
    }
    // Done as a job and yet open: its worker ended between the two.
    if (state === 'completed') await withTimeout(PATIENCE, queue.remove(id));
    return true;
  }

  /** Takes jobs out of their queues, where they are in the way of their events' being added again. */
  async forget(events: readonly ClaimedEvent[]): Promise<void> {
    for (const { id, type } of events) await withTimeout(PATIENCE, this.queues.of(queueOf(type)).remove(id));
  }
}

function byQueue(events: readonly ClaimedEvent[]): Map<QueueName, ClaimedEvent[]> {
  const groups = new Map<QueueName, ClaimedEvent[]>();
  for (const event of events) {
    const name = queueOf(event.type);
    groups.set(name, [...(groups.get(name) ?? []), event]);
  }
  return groups;
}
