import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { Clock } from '../../src/platform/common/clock.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { EventProcessor, type Handlers } from '../../src/platform/outbox/event-processor.js';
import { OutboxStore } from '../../src/platform/outbox/outbox-store.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { ProcessesJobsOf } from '../../src/platform/queues/processors.js';
import { JobQueue } from '../../src/platform/queues/job-queue.js';
import { waitUntil } from '../support/servers/processes.js';
import { startBackgroundProgram } from '../support/stores/background-program.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createStoreLocation, type StoreLocation } from '../support/stores/engine.js';

/** The events that the processor received, oldest first, and the behavior of the handler per product. */
const received: { productId: string; eventId: string }[] = [];
const behavior = new Map<string, (productId: string) => Promise<void>>();

@Injectable()
@ProcessesJobsOf('catalog')
class TestProcessor extends EventProcessor<'catalog'> {
  protected readonly handlers: Handlers<'catalog'> = {
    'catalog.stock-low': async ({ productId }, eventId) => {
      received.push({ productId, eventId });
      await behavior.get(productId)?.(productId);
    },
  };
}

let location: StoreLocation;
let database: Database;
let program: INestApplicationContext;

beforeAll(async () => {
  location = await createStoreLocation();
  database = await openTestDatabase(location);
  program = await startBackgroundProgram({
    location,
    database,
    clock: new Clock(),
    providers: [TestProcessor],
  });
});

async function addEvent(productId: string, subject = `product:${productId}`): Promise<string> {
  const [id = ''] = await database.transaction((tx) =>
    program.get(Outbox).add(tx, [{ type: 'catalog.stock-low', subject, payload: { productId } }]),
  );
  return id;
}

const handlerCalls = (productId: string): number =>
  received.filter((one) => one.productId === productId).length;

async function stateOf(id: string): Promise<{ completed_at: number | null; failed_at: number | null }> {
  const row = await database.read.row<{ completed_at: number | null; failed_at: number | null }>(
    sql`SELECT completed_at, failed_at FROM outbox_events WHERE id = ${id}`,
  );
  return row!;
}

const isDone = async (id: string): Promise<boolean> => (await stateOf(id)).completed_at !== null;

it('processes an event once it is committed', async () => {
  const productId = newId();
  const id = await addEvent(productId);
  await waitUntil(() => isDone(id));
  expect(handlerCalls(productId)).toBe(1);
});

it('does not process an event of a rolled-back transaction', async () => {
  const productId = newId();
  const failing = database.transaction(async (tx) => {
    const event = {
      type: 'catalog.stock-low',
      subject: `product:${productId}`,
      payload: { productId },
    } as const;
    await program.get(Outbox).add(tx, [event]);
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  const later = newId();
  const id = await addEvent(later);
  await waitUntil(() => isDone(id));
  expect(handlerCalls(productId)).toBe(0);
});

it('retries a failed event, and the next event of its subject waits', async () => {
  const [first, second] = [newId(), newId()];
  const subject = `product:${newId()}`;
  let failures = 2;
  behavior.set(first, async () => {
    if (failures-- > 0) throw new Error('not yet');
  });
  await addEvent(first, subject);
  const last = await addEvent(second, subject);
  await waitUntil(() => isDone(last));
  const order = received.map((one) => one.productId).filter((id) => id === first || id === second);
  expect(order).toEqual([first, first, first, second]);
});

it('marks an event as permanently failed, continues with the next one, and can retry it', async () => {
  const productId = newId();
  const subject = `product:${productId}`;
  behavior.set(productId, async () => {
    throw new UnrecoverableError('There is no such mailbox.');
  });
  const id = await addEvent(productId, subject);
  await waitUntil(async () => (await stateOf(id)).failed_at !== null);
  const next = await addEvent(newId(), subject);
  await waitUntil(() => isDone(next));
  expect(handlerCalls(productId)).toBe(1);

  behavior.delete(productId);
  await program.get(JobQueue).remove('catalog', id);
  await database.transaction((tx) => program.get(OutboxStore).retry(tx, [id]));
  await waitUntil(() => isDone(id));
  expect(handlerCalls(productId)).toBe(2);
});

it('processes an event once that is delivered ten more times', async () => {
  const productId = newId();
  const id = await addEvent(productId);
  await waitUntil(() => isDone(id));
  const job = { name: 'catalog.stock-low', data: { eventId: id }, attemptsMade: 0, opts: {} };
  const processor = program.get(TestProcessor);
  await Promise.all(Array.from({ length: 10 }, () => processor.process(job)));
  expect(handlerCalls(productId)).toBe(1);
});

it('processes each event that concurrent transactions write', async () => {
  const products = Array.from({ length: 60 }, () => newId());
  const ids = await Promise.all(products.map((productId) => addEvent(productId)));
  await waitUntil(async () => (await Promise.all(ids.map(isDone))).every(Boolean));
  expect(products.map(handlerCalls)).toEqual(products.map(() => 1));
});

it('dispatches an event again that the queue has lost', async () => {
  const productId = newId();
  const queue = program.get(JobQueue);
  behavior.set(productId, async () => {
    behavior.delete(productId);
    throw new Error('The queue loses the job while it waits for its retry.');
  });
  const id = await addEvent(productId);
  await waitUntil(async () => (await queue.status('catalog', id)).state === 'delayed');
  await queue.remove('catalog', id);
  await waitUntil(() => isDone(id));
  expect(handlerCalls(productId)).toBe(2);
});
