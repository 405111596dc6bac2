import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/config.js';
import { EventLoopLoad } from './event-loop-load.js';
import { OutboxDispatcher } from './outbox-dispatcher.js';
import { OutboxStore, type ClaimedEvent } from './outbox-store.js';

const BATCH = 200;

/** Where the same process serves requests, and while it has no time left: the work that it can still do in a second. */
const BATCH_OF_ONE_WHO_SERVES = 20;
const BATCH_OF_ONE_WHO_IS_BUSY = 4;

/** Between two looks at the outbox where nobody calls: for events of a process that died right after its commit. */
const LOOK_EVERY = 1000;

/** What was handed on so long ago and is open still is looked for in its queue, which may have lost it. */
const OVERDUE_AFTER = 20_000;

/** Lets the events of transactions that end together be taken together. */
const GATHER = 5;

/**
 * Hands events from the outbox to their queues: right after the commit that wrote them, and by a timer. What was handed
 * on and is not done is looked after, until it is done or has failed.
 */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private timer: NodeJS.Timeout | undefined;
  private alarm: NodeJS.Timeout | undefined;
  private passing: Promise<void> | undefined;
  private calledMeanwhile = false;
  private isTroubled = false;
  private readonly busyness = new EventLoopLoad();

  constructor(
    private readonly events: OutboxStore,
    private readonly dispatcher: OutboxDispatcher,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Begins to hand on. Before that, and after {@link stop}, events wait. */
  start(): void {
    this.timer = setInterval(() => this.pass(), LOOK_EVERY);
    this.pass();
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    clearTimeout(this.alarm);
    this.timer = undefined;
    await this.passing;
  }

  /** To be called after the commit of an event, and after an event is done, for whose subject the next may wait. */
  wake(): void {
    // Who is busy looks by the timer alone: requests come first where one process does all.
    if (this.timer === undefined || this.isBusy()) return;
    this.alarm ??= setTimeout(() => {
      this.alarm = undefined;
      this.pass();
    }, GATHER);
  }

  private pass(): void {
    if (this.passing !== undefined) {
      this.calledMeanwhile = true;
      return;
    }
    this.calledMeanwhile = false;
    this.passing = this.handOn()
      .then(
        () => this.logOutcome(undefined),
        (error: unknown) => this.logOutcome(error),
      )
      .finally(() => {
        this.passing = undefined;
        if (this.calledMeanwhile && this.timer !== undefined) this.pass();
      });
  }

  private async handOn(): Promise<void> {
    if (!(await this.dispatcher.isReachable())) return;
    await this.handOnNew();
    const overdue = await this.events.claimOverdue(this.clock.now() - OVERDUE_AFTER, BATCH);
    await this.dispatched(overdue, (batch) => this.dispatcher.recoverLost(batch));
  }

  private async handOnNew(): Promise<void> {
    for (;;) {
      const isBusy = this.isBusy();
      const size = this.batchSize(isBusy);
      const claimed = await this.events.claimNew(size);
      await this.dispatched(claimed, (batch) => this.dispatcher.add(batch));
      if (claimed.length < size || isBusy) return;
    }
  }

  /** The work of who serves no requests, or leaves it to others, keeps nobody waiting. */
  private isBusy(): boolean {
    return this.config.role === 'all' && this.busyness.isBusy();
  }

  private batchSize(isBusy: boolean): number {
    if (isBusy) return BATCH_OF_ONE_WHO_IS_BUSY;
    return this.config.role === 'all' ? BATCH_OF_ONE_WHO_SERVES : BATCH;
  }

  private async dispatched(
    claimed: readonly ClaimedEvent[],
    handOn: (batch: readonly ClaimedEvent[]) => Promise<void>,
  ): Promise<void> {
    try {
      await handOn(claimed);
    } catch (error) {
      await this.events.release(claimed.map(({ id }) => id));
      throw error;
    }
  }

  /** An outage is one line in the log when it begins, and one when it is over. */
  private logOutcome(error: unknown): void {
    const isTroubled = error !== undefined;
    if (isTroubled && !this.isTroubled)
      this.logger.warn(
        `Events wait, since they cannot be handed on: ${error instanceof Error ? error.message : 'unknown'}`,
      );
    if (!isTroubled && this.isTroubled) this.logger.warn('Events are handed on again.');
    this.isTroubled = isTroubled;
  }
}
