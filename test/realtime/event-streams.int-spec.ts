import { Logger } from '@nestjs/common';
import { Writable } from 'node:stream';
import { StreamAuthorizer } from '../../src/platform/access/stream-authorizer.js';
import type { StreamSource, EventBatch } from '../../src/platform/realtime/event-source.js';
import { EventStream } from '../../src/platform/realtime/event-stream.js';
import { EventStreams } from '../../src/platform/realtime/event-streams.js';
import type { StreamRequest } from '../../src/platform/realtime/stream-request.js';
import { newLive } from '../support/clients/live-client.js';
import { sleep, until } from '../support/servers/processes.js';
import { afterwards } from '../support/stores/engine.js';

// What is told to operators is not for whoever runs the tests.
Logger.overrideLogger(false);

/** A state that a test changes, as a source that counts how often it is looked at. */
class Counter {
  value = 0;
  looks = 0;
  readonly size: number;

  /** @param size of each event, in bytes */
  constructor(size = 1) {
    this.size = size;
  }

  readonly source: StreamSource = {
    topic: 'dashboard',
    read: async (afterId): Promise<EventBatch> => {
      this.looks += 1;
      const id = String(this.value);
      const data = { value: this.value, filling: 'a'.repeat(this.size) };
      return { events: id === afterId ? [] : [{ id, type: 'value', data }], isFinished: false };
    },
  };
}

class Everybody extends StreamAuthorizer {
  isWelcome = true;
  override async isAuthorized(): Promise<boolean> {
    return this.isWelcome;
  }
}

const VISITOR = { id: 'asha', role: 'user', sessionId: 'session' };

/** Opens a stream as a route does, and gives what its reader has got so far. */
async function read(streams: EventStreams, source: StreamSource, lastEventId?: string) {
  const reply = { headers: () => undefined, status: () => undefined } as unknown as StreamRequest['reply'];
  const file = await streams.open({ user: VISITOR, lastEventId, reply }, source);
  const stream = file!.getStream();
  const reader = { text: '', isOver: false, stream };
  stream.on('data', (chunk: Buffer) => (reader.text += chunk.toString()));
  stream.on('close', () => (reader.isOver = true));
  afterwards(async () => void stream.destroy());
  return reader;
}

describe('a stream without any hint', () => {
  it('is up to date after a heartbeat, and shows by it that it lives', async () => {
    const counter = new Counter();
    const reader = await read(new EventStreams(newLive(), new Everybody(), 50), counter.source);
    await until(() => reader.text.includes('"value":0'));
    counter.value = 1;
    await until(() => reader.text.includes('"value":1'));
    await until(() => reader.text.includes(': \n\n'));
    expect(reader.text.match(/"value":0/g)).toHaveLength(1);
  });

  it('ends at a heartbeat when its reader is no longer welcome', async () => {
    const everybody = new Everybody();
    const streams = new EventStreams(newLive(), everybody, 50);
    const reader = await read(streams, new Counter().source);
    await sleep(120);
    expect([reader.isOver, streams.count]).toEqual([false, 1]);
    everybody.isWelcome = false;
    await until(() => reader.isOver && streams.count === 0);
  });

  it('stays while it cannot be told whether the reader is welcome', async () => {
    const everybody = new Everybody();
    everybody.isAuthorized = () => Promise.reject(new Error('The database is away.'));
    const reader = await read(new EventStreams(newLive(), everybody, 20), new Counter().source);
    await sleep(150);
    expect(reader.isOver).toBe(false);
  });

  it('ends when the database cannot be read, and what it holds is given up', async () => {
    const counter = new Counter();
    const streams = new EventStreams(newLive(), new Everybody(), 20);
    let isAway = false;
    const source: StreamSource = {
      ...counter.source,
      read: (afterId) => (isAway ? Promise.reject(new Error('away')) : counter.source.read(afterId)),
    };
    const reader = await read(streams, source);
    isAway = true;
    await until(() => reader.isOver && streams.count === 0);
    await expect(read(streams, source)).rejects.toThrow('away');
    await until(() => streams.count === 0);
  });
});

describe('a reader who was cut off', () => {
  it('gets nothing again that it has', async () => {
    const counter = new Counter();
    counter.value = 7;
    const reader = await read(new EventStreams(newLive(), new Everybody(), 20), counter.source, '7');
    await until(() => reader.text.includes(': \n\n'));
    expect(reader.text).not.toContain('data:');
  });
});

describe('a slow reader', () => {
  const HUNDRED_KILOBYTES = 100_000;

  it('makes many changes one, and nothing is kept for it but that one', async () => {
    const counter = new Counter(HUNDRED_KILOBYTES);
    const stream = new EventStream(counter.source, undefined);
    const got: string[] = [];
    let takeMore = (): void => undefined;
    const slow = new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _, done) => {
        got.push(chunk.toString());
        takeMore = done;
      },
    });
    await stream.begin();
    stream.pipe(slow);
    await until(() => got.length === 1);
    for (let i = 1; i <= 500; i++) {
      counter.value = i;
      stream.hint();
      if (i % 100 === 0) await sleep(5);
    }
    expect(counter.looks).toBeLessThanOrEqual(3);
    expect(stream.readableLength).toBeLessThan(2 * HUNDRED_KILOBYTES);

    while (!got.some((text) => text.includes('"value":500'))) {
      takeMore();
      await sleep(5);
    }
    expect(got.length).toBeLessThanOrEqual(4);
    stream.destroy();
  });

  it('is dropped when it takes nothing for two heartbeats', async () => {
    const counter = new Counter(HUNDRED_KILOBYTES);
    const stream = new EventStream(counter.source, undefined);
    const stuck = new Writable({ highWaterMark: 1, write: () => undefined });
    await stream.begin();
    stream.pipe(stuck);
    await sleep(20);
    for (let beats = 0; beats < 5 && !stream.destroyed; beats++) {
      counter.value += 1;
      stream.beat();
      await sleep(5);
    }
    expect(stream.destroyed).toBe(true);
  });
});

describe('a source with a pause', () => {
  it('is looked at once in that time, and its last change is not lost', async () => {
    const counter = new Counter();
    const live = newLive();
    const source: StreamSource = { ...counter.source, pause: 200 };
    const reader = await read(new EventStreams(live, new Everybody(), 60_000), source);
    for (let i = 1; i <= 50; i++) {
      counter.value = i;
      live.publish('dashboard');
      await sleep(10);
    }
    await until(() => reader.text.includes('"value":50'));
    expect(counter.looks).toBeLessThanOrEqual(6);
  });
});
