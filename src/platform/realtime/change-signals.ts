import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.js';
import type { Transaction } from '../database/transaction.js';
import { RedisSignals } from './redis-signals.js';
import type { Topic } from './topics.js';

type Listener = () => void;

/**
 * Change signals to listeners in this process and, with Redis, in all other processes of the store. A signal carries only
 * its topic and may get lost. The database is the source of truth, so listeners also poll it without a signal.
 */
@Injectable()
export class ChangeSignals implements OnApplicationShutdown {
  private readonly listeners = new Map<Topic, Set<Listener>>();
  /** Signals received, by topic with listeners. */
  private readonly counts = new Map<Topic, number>();
  private readonly pendingTopics = new Set<Topic>();
  private readonly redis: RedisSignals | undefined;

  constructor({ redisUrl }: Config) {
    if (redisUrl === undefined) return;
    this.redis = new RedisSignals(redisUrl, {
      onSignal: (topics) => this.notify(topics),
      onReconnect: () => this.notify([...this.listeners.keys()]),
    });
  }

  /** Publishes topics after the transaction commits, and never if it rolls back. */
  changed(tx: Transaction, ...topics: readonly Topic[]): void {
    tx.afterCommit(() => {
      for (const topic of topics) this.publish(topic);
    });
  }

  /** Publishes a topic. Never waits or fails; repeats in one turn of the event loop are sent once. */
  publish(topic: Topic): void {
    if (this.pendingTopics.size === 0) setImmediate(() => this.flush());
    this.pendingTopics.add(topic);
  }

  /**
   * Calls the listener on each signal about a topic.
   *
   * @returns a function that unsubscribes
   */
  subscribe(topic: Topic, listener: Listener): () => void {
    this.redis?.subscribe();
    const ofTopic = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, ofTopic.add(listener));
    return () => {
      ofTopic.delete(listener);
      if (ofTopic.size > 0 || this.listeners.get(topic) !== ofTopic) return;
      this.listeners.delete(topic);
      this.counts.delete(topic);
    };
  }

  /**
   * Returns the number of signals about a topic that have reached this process since it has listeners. Another number means
   * that something has changed. An equal one does not mean the contrary: signals may get lost.
   */
  countOf(topic: Topic): number {
    return this.counts.get(topic) ?? 0;
  }

  onApplicationShutdown(): void {
    this.redis?.close();
  }

  private flush(): void {
    const topics = [...this.pendingTopics];
    this.pendingTopics.clear();
    this.notify(topics);
    this.redis?.publish(topics);
  }

  private notify(topics: readonly Topic[]): void {
    for (const topic of topics) {
      const listeners = this.listeners.get(topic);
      if (listeners === undefined) continue;
      this.counts.set(topic, this.countOf(topic) + 1);
      for (const listener of listeners) listener();
    }
  }
}
