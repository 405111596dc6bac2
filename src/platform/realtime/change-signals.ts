import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.js';
import type { Transaction } from '../database/transaction.js';
import { RedisSignals } from './redis-signals.js';
import type { Topic } from './topics.js';

type Listener = () => void;

/**
 * Hints that something has changed, to whoever listens in this process and, where there is Redis, in all others of the
 * store. A hint holds nothing but its topic and may get lost: the database is the truth, and a listener looks there from
 * time to time without a hint too.
 */
@Injectable()
export class ChangeSignals implements OnApplicationShutdown {
  private readonly listeners = new Map<Topic, Set<Listener>>();
  private readonly toTell = new Set<Topic>();
  private readonly others: RedisSignals | undefined;

  constructor({ redisUrl }: Config) {
    if (redisUrl === undefined) return;
    this.others = new RedisSignals(redisUrl, {
      told: (topics) => this.wake(topics),
      mayHaveMissed: () => this.wake([...this.listeners.keys()]),
    });
  }

  /** Tells of topics as soon as a transaction is committed, and never of one that is rolled back. */
  changed(tx: Transaction, ...topics: readonly Topic[]): void {
    tx.afterCommit(() => {
      for (const topic of topics) this.publish(topic);
    });
  }

  /** Tells of a topic. It takes no time and never fails; the same topic many times in one turn is told once. */
  publish(topic: Topic): void {
    if (this.toTell.size === 0) setImmediate(() => this.tell());
    this.toTell.add(topic);
  }

  /** Calls the listener at each hint about a topic, until what is returned is called. */
  subscribe(topic: Topic, listener: Listener): () => void {
    this.others?.listen();
    const interested = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, interested.add(listener));
    return () => {
      interested.delete(listener);
      if (interested.size === 0 && this.listeners.get(topic) === interested) this.listeners.delete(topic);
    };
  }

  onApplicationShutdown(): void {
    this.others?.close();
  }

  private tell(): void {
    const topics = [...this.toTell];
    this.toTell.clear();
    this.wake(topics);
    this.others?.tell(topics);
  }

  private wake(topics: readonly Topic[]): void {
    for (const topic of topics) for (const listener of this.listeners.get(topic) ?? []) listener();
  }
}
