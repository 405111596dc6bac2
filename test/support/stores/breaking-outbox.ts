import { Outbox } from '../../../src/platform/outbox/outbox.js';

/** An outbox that takes two batches of events, and is gone with the third. */
export class BreakingOutbox extends Outbox {
  private batches = 0;

  override add(...args: Parameters<Outbox['add']>): ReturnType<Outbox['add']> {
    this.batches += 1;
    if (this.batches === 3) throw new Error('the power is gone');
    return super.add(...args);
  }
}
