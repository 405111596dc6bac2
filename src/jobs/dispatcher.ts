import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';
import { OpenEvents, type ClaimedEvent } from './open-events.js';
import { jobOptions, queueOf, Queues, type EventJob, type QueueName } from './queues.js';

/** A queue that answers later than this is as good as none. */
const PATIENCE = 5000;

/** An event that was lost by its queue so often has something about it that ends its worker. */
const MOST_ATTEMPTS = 25;

const IS_IN_THE_QUEUE = new Set(['waiting', 'active', 'delayed', 'prioritized', 'waiting-children']);

/** Puts events into their queues as jobs, under the event's own id: a queue takes each id once. */
@Injectable()
export class Dispatcher {
  private probe: Promise<unknown> | undefined;

  constructor(
    private readonly queues: Queues,
    private readonly events: OpenEvents,
    private readonly database: Database,
  ) {}

  /** Whether the queues answer. While they don't, there is one question under way and no more. */
  async isReachable(): Promise<boolean> {
    const [queue] = this.queues.all;
    if (queue === undefined) return false;
    this.probe ??= queue.isPaused().finally(() => (this.probe = undefined));
    await within(this.probe, PATIENCE);
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
      await within(this.queues.of(name).addBulk(jobs), PATIENCE);
    }
    await this.events.countAttempts(events.map(({ id }) => id));
  }

  /** Puts events that have been handed on before into their queues again, where they are no longer in them. */
  async lookAfter(events: readonly ClaimedEvent[]): Promise<void> {
    const lost: ClaimedEvent[] = [];
    for (const event of events) if (await this.isLost(event)) lost.push(event);
    if (lost.length > 0) await this.add(lost);
  }

  private async isLost({ id, type, attempts }: ClaimedEvent): Promise<boolean> {
    const queue = this.queues.of(queueOf(type));
    const state = await within(queue.getJobState(id), PATIENCE);
    if (IS_IN_THE_QUEUE.has(state)) return false;
    if (state === 'failed') {
      const job = await within(queue.getJob(id), PATIENCE);
      await this.events.fail(id, job?.failedReason ?? 'It has failed.');
      return false;
    }
    if (attempts >= MOST_ATTEMPTS) {
      await this.events.fail(id, `It was handed on ${attempts} times and is not done.`);
      return false;
    }
    // Done as a job and yet open: its worker ended between the two.
    if (state === 'completed') await within(queue.remove(id), PATIENCE);
    return true;
  }

  /**
   * Has an event that failed tried again, with all its tries.
   *
   * @returns whether there is such a one
   */
  async retry(id: string): Promise<boolean> {
    const event = await this.database.read.row<ClaimedEvent>(
      sql`SELECT id, type, attempts FROM outbox_events WHERE id = ${id} AND failed_at IS NOT NULL`,
    );
    if (event === undefined) return false;
    await forget(this.queues.of(queueOf(event.type)), id);
    return this.database.transaction((tx) => this.events.retry(tx, id));
  }
}

/** The job that failed is in the way of the same one's being added again. */
async function forget(queue: Queue<EventJob>, id: string): Promise<void> {
  await within(queue.remove(id), PATIENCE);
}

function byQueue(events: readonly ClaimedEvent[]): Map<QueueName, ClaimedEvent[]> {
  const groups = new Map<QueueName, ClaimedEvent[]>();
  for (const event of events) {
    const name = queueOf(event.type);
    groups.set(name, [...(groups.get(name) ?? []), event]);
  }
  return groups;
}

/** What a promise gives, or an error where it takes longer than so many milliseconds. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The queue does not answer.')), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => undefined); // it may fail later, when nobody waits for it
  }
}
