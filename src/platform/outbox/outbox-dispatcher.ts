import { Injectable } from '@nestjs/common';
import { SECOND_MS } from '../common/durations.js';
import { JobQueue } from '../queues/job-queue.js';
import { queueOf, type QueueName } from '../queues/queues.js';
import { OutboxStore, type ClaimedEvent } from './outbox-store.js';

/** A queue that answers later is treated as unavailable. */
const PING_TIMEOUT_MS = 5 * SECOND_MS;

/** An event that was lost by its queue this often probably ends its worker. */
const MAX_ATTEMPTS = 25;

/** Adds events to their queues as jobs, under the event's own id: a queue accepts each id once. */
@Injectable()
export class OutboxDispatcher {
  constructor(
    private readonly queue: JobQueue,
    private readonly events: OutboxStore,
  ) {}

  /** @throws TimeoutError, or what keeps the queue from answering */
  async ping(): Promise<void> {
    await this.queue.ping(PING_TIMEOUT_MS);
  }

  /** False while so many jobs wait that further events are better left in the outbox. */
  hasCapacity(): boolean {
    return this.queue.hasCapacity();
  }

  /** @throws if a queue refuses its events; those of earlier queues may have been added, which does no harm */
  async add(events: readonly ClaimedEvent[]): Promise<void> {
    for (const [name, own] of byQueue(events)) {
      await this.queue.add(
        name,
        own.map(({ id, type }) => ({ id, name: type })),
      );
    }
    await this.events.countAttempts(events.map(({ id }) => id));
  }

  /** Adds events again that were dispatched before and that their queue no longer has. */
  async recoverLost(events: readonly ClaimedEvent[]): Promise<void> {
    const lost: ClaimedEvent[] = [];
    for (const event of events) if (await this.isLost(event)) lost.push(event);
    if (lost.length > 0) await this.add(lost);
  }

  /** Removes the jobs of events, so that these can be added again. */
  async forget(events: readonly ClaimedEvent[]): Promise<void> {
    for (const { id, type } of events) await this.queue.remove(queueOf(type), id);
  }

  private async isLost({ id, type, attempts }: ClaimedEvent): Promise<boolean> {
    const { state, failedReason } = await this.queue.status(queueOf(type), id);
    if (state === 'pending' || state === 'active' || state === 'delayed') return false;
    if (state === 'failed') {
      await this.events.fail(id, failedReason ?? 'The job failed.');
      return false;
    }
    if (attempts >= MAX_ATTEMPTS) {
      await this.events.fail(id, `Dispatched ${attempts} times and not completed.`);
      return false;
    }
    // The worker ended between the job and its event: the event has to run again.
    if (state === 'completed') await this.queue.remove(queueOf(type), id);
    return true;
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
