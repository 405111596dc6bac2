import { Logger } from '@nestjs/common';
import { Writable } from 'node:stream';
import { StreamAuthorizer } from '../../src/platform/access/stream-authorizer.js';
import type { StreamSource, EventBatch } from '../../src/platform/realtime/event-source.js';
import { EventStream } from '../../src/platform/realtime/event-stream.js';
import { EventStreams } from '../../src/platform/realtime/event-streams.js';
import type { StreamRequest } from '../../src/platform/realtime/stream-request.js';
import { createChangeSignals } from '../support/clients/change-signals.js';
import { sleep, waitUntil } from '../support/servers/processes.js';
import { afterFile } from '../support/stores/engine.js';

// Keeps messages for operators out of the test output.
Logger.overrideLogger(false);

/** A state that a test changes, with a source that counts its reads. */
class Counter {
  value = 0;
  reads = 0;
  readonly size: number;

  /** @param size of each event, in bytes */
  constructor(size = 1) {
    this.size = size;
  }

  readonly source: StreamSource = {
    topics: ['dashboard'],
    read: async (afterId): Promise<EventBatch> => {
      this.reads += 1;
      const id = String(this.value);
      const data = { value: this.value, filling: 'a'.repeat(this.size) };
      return { events: id === afterId ? [] : [{ id, type: 'value', data }], isFinished: false };
    },
  };
}

class TestAuthorizer extends StreamAuthorizer {
  allows = true;
  override async isAuthorized(): Promise<boolean> {
    return this.allows;
  }
}

const VISITOR = { id: 'asha', role: 'user', sessionId: 'session' };

/** Opens a stream as a route does. Returns what its subscriber has received so far. */
async function subscribe(streams: EventStreams, source: StreamSource, lastEventId?: string) {
  const reply = { headers: () => undefined, status: () => undefined } as unknown as StreamRequest['reply'];
  const file = await streams.open({ user: VISITOR, lastEventId, reply }, source);
  const stream = file!.getStream();
  const subscriber = { text: '', isClosed: false, stream };
  stream.on('data', (chunk: Buffer) => (subscriber.text += chunk.toString()));
  stream.on('close', () => (subscriber.isClosed = true));
  afterFile(async () => void stream.destroy());
  return subscriber;
}

describe('a stream without change signals', () => {
  it('is up to date after a heartbeat, and sends the heartbeat', async () => {
    const counter = new Counter();
    const subscriber = await subscribe(
      new EventStreams(createChangeSignals(), new TestAuthorizer(), 50),
      counter.source,
    );
    await waitUntil(() => subscriber.text.includes('"value":0'));
    counter.value = 1;
    await waitUntil(() => subscriber.text.includes('"value":1'));
    await waitUntil(() => subscriber.text.includes(': \n\n'));
    expect(subscriber.text.match(/"value":0/g)).toHaveLength(1);
  });

  it('ends at a heartbeat when its subscriber is no longer authorized', async () => {
    const authorizer = new TestAuthorizer();
    const streams = new EventStreams(createChangeSignals(), authorizer, 50);
    const subscriber = await subscribe(streams, new Counter().source);
    await sleep(120);
    expect([subscriber.isClosed, streams.count]).toEqual([false, 1]);
    authorizer.allows = false;
    await waitUntil(() => subscriber.isClosed && streams.count === 0);
  });

  it('stays open while the authorization cannot be checked', async () => {
    const authorizer = new TestAuthorizer();
    authorizer.isAuthorized = () => Promise.reject(new Error('The database is unavailable.'));
    const subscriber = await subscribe(
      new EventStreams(createChangeSignals(), authorizer, 20),
      new Counter().source,
    );
    await sleep(150);
    expect(subscriber.isClosed).toBe(false);
  });

  it('ends when the database cannot be read, and releases its resources', async () => {
    const counter = new Counter();
    const streams = new EventStreams(createChangeSignals(), new TestAuthorizer(), 20);
    let isFailing = false;
    const source: StreamSource = {
      ...counter.source,
      read: (afterId) => (isFailing ? Promise.reject(new Error('away')) : counter.source.read(afterId)),
    };
    const subscriber = await subscribe(streams, source);
    isFailing = true;
    await waitUntil(() => subscriber.isClosed && streams.count === 0);
    await expect(subscribe(streams, source)).rejects.toThrow('away');
    await waitUntil(() => streams.count === 0);
  });
});

describe('a reconnecting subscriber', () => {
  it('receives no event again', async () => {
    const counter = new Counter();
    counter.value = 7;
    const subscriber = await subscribe(
      new EventStreams(createChangeSignals(), new TestAuthorizer(), 20),
      counter.source,
      '7',
    );
    await waitUntil(() => subscriber.text.includes(': \n\n'));
    expect(subscriber.text).not.toContain('data:');
  });
});

describe('a slow subscriber', () => {
  const HUNDRED_KILOBYTES = 100_000;

  it('receives many changes as one, with only that one buffered', async () => {
    const counter = new Counter(HUNDRED_KILOBYTES);
    const stream = new EventStream(counter.source, undefined);
    const received: string[] = [];
    let resume = (): void => undefined;
    const slow = new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _, done) => {
        received.push(chunk.toString());
        resume = done;
      },
    });
    await stream.begin();
    stream.pipe(slow);
    await waitUntil(() => received.length === 1);
    for (let i = 1; i <= 500; i++) {
      counter.value = i;
      stream.signal();
      if (i % 100 === 0) await sleep(5);
    }
    expect(counter.reads).toBeLessThanOrEqual(3);
    expect(stream.readableLength).toBeLessThan(2 * HUNDRED_KILOBYTES);

    while (!received.some((text) => text.includes('"value":500'))) {
      resume();
      await sleep(5);
    }
    expect(received.length).toBeLessThanOrEqual(4);
    stream.destroy();
  });

  it('is disconnected when it accepts nothing for two heartbeats', async () => {
    const counter = new Counter(HUNDRED_KILOBYTES);
    const stream = new EventStream(counter.source, undefined);
    const stuck = new Writable({ highWaterMark: 1, write: () => undefined });
    await stream.begin();
    stream.pipe(stuck);
    await sleep(20);
    for (let beats = 0; beats < 5 && !stream.destroyed; beats++) {
      counter.value += 1;
      stream.heartbeat();
      await sleep(5);
    }
    expect(stream.destroyed).toBe(true);
  });
});

describe('a source with a minimum interval', () => {
  it('is read once per interval, and its last change is not lost', async () => {
    const counter = new Counter();
    const signals = createChangeSignals();
    const source: StreamSource = { ...counter.source, minIntervalMs: 200 };
    const subscriber = await subscribe(new EventStreams(signals, new TestAuthorizer(), 60_000), source);
    for (let i = 1; i <= 50; i++) {
      counter.value = i;
      signals.publish('dashboard');
      await sleep(10);
    }
    await waitUntil(() => subscriber.text.includes('"value":50'));
    expect(counter.reads).toBeLessThanOrEqual(6);
  });
});
