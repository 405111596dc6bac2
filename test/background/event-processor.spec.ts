import { EventProcessor, type Handlers } from '../../src/platform/outbox/event-processor.js';
import type { OutboxRelay } from '../../src/platform/outbox/outbox-relay.js';
import type { OutboxStore } from '../../src/platform/outbox/outbox-store.js';
import { databaseErrors } from '../../src/platform/database/database.errors.js';

class TestProcessor extends EventProcessor<'catalog'> {
  constructor(
    events: OutboxStore,
    private readonly work: () => Promise<void>,
  ) {
    super(events, { wake: () => undefined } as OutboxRelay);
  }

  protected override get handlers(): Handlers<'catalog'> {
    return { 'catalog.stock-low': this.work };
  }
}

const JOB = { name: 'catalog.stock-low', data: { eventId: 'e' }, attemptsMade: 0, opts: { attempts: 5 } };

function eventsWith(calls: string[], open?: () => Promise<unknown>): OutboxStore {
  const event = { id: 'e', type: 'catalog.stock-low', payload: {} };
  return {
    open: open ?? (() => Promise.resolve(event)),
    completeAlone: () => Promise.resolve(void calls.push('complete')),
    fail: () => Promise.resolve(void calls.push('fail')),
    untilAvailable: () => Promise.resolve(void calls.push('wait')),
  } as unknown as OutboxStore;
}

const outage = (): Promise<never> => Promise.reject(databaseErrors.unavailable({}));

it('waits for the database before an attempt counts as failed', async () => {
  const calls: string[] = [];
  const processor = new TestProcessor(eventsWith(calls), outage);
  await expect(processor.process(JOB)).rejects.toMatchObject({ code: 'database.unavailable' });
  expect(calls).toEqual(['wait']);
});

it('waits as well if the event itself cannot be read', async () => {
  const calls: string[] = [];
  const lost = (): Promise<never> => Promise.reject(new Error('Connection terminated unexpectedly'));
  const processor = new TestProcessor(eventsWith(calls, lost), () => Promise.resolve());
  await expect(processor.process(JOB)).rejects.toThrow('Connection terminated');
  expect(calls).toEqual(['wait']);
});

it('does not wait after any other failure', async () => {
  const calls: string[] = [];
  const processor = new TestProcessor(eventsWith(calls), () => Promise.reject(new Error('no such file')));
  await expect(processor.process({ ...JOB, attemptsMade: 4 })).rejects.toThrow('no such file');
  expect(calls).toEqual(['fail']);
});
