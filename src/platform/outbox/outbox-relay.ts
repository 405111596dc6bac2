import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { SECOND_MS } from '../common/durations.js';
import { Config } from '../config/config.js';
import { EventLoopLoad } from './event-loop-load.js';
import { OutboxDispatcher } from './outbox-dispatcher.js';
import { OutboxStore, type ClaimedEvent } from './outbox-store.js';

const BATCH_SIZE = 200;

/** Batch sizes of a process that also serves requests: what it can work on beside them in a second. */
const API_BATCH_SIZE = 20;
const BUSY_BATCH_SIZE = 4;

/** Interval of the polls that find events of processes that died right after their commit. */
const POLL_INTERVAL_MS = SECOND_MS;

/** An event that was dispatched this long ago and is still pending is looked up in its queue. */
const OVERDUE_AFTER_MS = 20 * SECOND_MS;

/** Events of transactions that end at the same time are claimed together. */
const GATHER_DELAY_MS = 5;

/**
 * Dispatches events from the outbox to their queues: right after the commit that wrote them, and by a timer. Events that were
 * dispatched and are not completed are checked until they are completed or have failed.
 */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly load = new EventLoopLoad();
  private timer: NodeJS.Timeout | undefined;
  private gathering: NodeJS.Timeout | undefined;
  private passing: Promise<void> | undefined;
  private passAgain = false;
  private isFailing = false;

  constructor(
    private readonly events: OutboxStore,
    private readonly dispatcher: OutboxDispatcher,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Starts to dispatch. Before that, and after {@link stop}, events wait in the outbox. */
  start(): void {
    this.timer = setInterval(() => this.pass(), POLL_INTERVAL_MS);
    this.pass();
  }

  /** Resolves when the pass in progress has ended. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    clearTimeout(this.gathering);
    this.timer = undefined;
    await this.passing;
  }

  /** To be called after the commit of an event, and after an event is completed: the next of its subject may be due. */
  wake(): void {
    // A busy process relies on the timer: requests take priority.
    if (this.timer === undefined || this.isBusy()) return;
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      this.pass();
    }, GATHER_DELAY_MS);
  }

  private pass(): void {
    if (this.passing !== undefined) {
      this.passAgain = true;
      return;
    }
    this.passAgain = false;
    this.passing = this.dispatchAll()
      .then(
        () => this.logOutcome(undefined),
        (error: unknown) => this.logOutcome(error),
      )
      .finally(() => {
        this.passing = undefined;
        if (this.passAgain && this.timer !== undefined) this.pass();
      });
  }

  private async dispatchAll(): Promise<void> {
    await this.dispatcher.ping();
    await this.dispatchNew();
    const overdue = await this.events.claimOverdue(this.clock.now() - OVERDUE_AFTER_MS, BATCH_SIZE);
    await this.releaseOnFailure(overdue, () => this.dispatcher.recoverLost(overdue));
  }

  private async dispatchNew(): Promise<void> {
    while (this.dispatcher.hasCapacity()) {
      const isBusy = this.isBusy();
      const size = this.batchSize(isBusy);
      const claimed = await this.events.claimNew(size);
      await this.releaseOnFailure(claimed, () => this.dispatcher.add(claimed));
      if (claimed.length < size || isBusy) return;
    }
  }

  /** A process that serves no requests is never busy: its work keeps no one waiting. */
  private isBusy(): boolean {
    return this.config.role === 'all' && this.load.isBusy();
  }

  private batchSize(isBusy: boolean): number {
    if (isBusy) return BUSY_BATCH_SIZE;
    return this.config.role === 'all' ? API_BATCH_SIZE : BATCH_SIZE;
  }

  private async releaseOnFailure(
    claimed: readonly ClaimedEvent[],
    dispatch: () => Promise<void>,
  ): Promise<void> {
    try {
      await dispatch();
    } catch (error) {
      await this.events.release(claimed.map(({ id }) => id));
      throw error;
    }
  }

  /** Logs one line when an outage begins, and one when it ends. */
  private logOutcome(error: unknown): void {
    const isFailing = error !== undefined;
    if (isFailing && !this.isFailing)
      this.logger.warn(
        `Outbox dispatch failing; events are queued: ${error instanceof Error ? error.message : 'unknown'}`,
      );
    if (!isFailing && this.isFailing) this.logger.warn('Outbox dispatch works again.');
    this.isFailing = isFailing;
  }
}
