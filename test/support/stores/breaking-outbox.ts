import { Outbox } from '../../../src/platform/outbox/outbox.js';

/** An outbox that accepts two batches of events and fails on the third. */
export class BreakingOutbox extends Outbox {
  private batches = 0;

  override add(...args: Parameters<Outbox['add']>): ReturnType<Outbox['add']> {
    this.batches += 1;
    if (this.batches === 3) throw new Error('simulated power failure');
    return super.add(...args);
  }
}
