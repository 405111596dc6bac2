import { Logger, StreamableFile, type BeforeApplicationShutdown } from '@nestjs/common';
import { StreamAuthorizer, type StreamUser } from '../access/stream-authorizer.js';
import { ChangeSignals } from './change-signals.js';
import type { StreamSource } from './event-source.js';
import { EventStream } from './event-stream.js';
import { TooManyStreams } from './realtime.errors.js';
import type { StreamRequest } from './stream-request.js';

/** In each process: enough for many windows, and too few to exhaust anything. */
const MAX_STREAMS_PER_USER = 20;

/** The event streams that are open in this process: who reads them, for how long, and how many. */
export class EventStreams implements BeforeApplicationShutdown {
  private readonly logger = new Logger(EventStreams.name);
  private readonly byUser = new Map<string, Set<EventStream>>();
  private isClosing = false;

  /** @param heartbeat milliseconds from one sign of life to the next, and the longest that a lost hint costs */
  constructor(
    private readonly signals: ChangeSignals,
    private readonly authorizer: StreamAuthorizer,
    private readonly heartbeat: number,
  ) {}

  /** How many are open. */
  get count(): number {
    return [...this.byUser.values()].reduce((sum, streams) => sum + streams.size, 0);
  }

  /**
   * Answers with what a source has after the last event that the reader knows, and goes on with what comes. Where nothing
   * can come any more the answer is 204, which tells a browser not to come back.
   *
   * @throws TooManyStreams, and what the source throws at its first look
   */
  async open(
    { user, lastEventId, reply }: StreamRequest,
    source: StreamSource,
  ): Promise<StreamableFile | undefined> {
    const stream = this.register(user, new EventStream(source, lastEventId));
    try {
      if (await stream.begin()) {
        if (this.isClosing) stream.finish();
        // The connection is of no use to another request for as long as it is one stream's, and it ends with it.
        void reply.headers({ connection: 'close', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
        return new StreamableFile(stream, { type: 'text/event-stream' });
      }
    } catch (error) {
      stream.destroy();
      throw error;
    }
    stream.destroy();
    void reply.status(204);
    return undefined;
  }

  /** The server that stops waits for answers that are under way: these would never end by themselves. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    const open = [...this.byUser.values()].flatMap((streams) => [...streams]);
    const closed = open.map((stream) => new Promise((resolve) => stream.once('close', resolve)));
    for (const stream of open) stream.finish();
    await Promise.all(closed);
  }

  /** Keeps a stream up to date until it is closed, whoever closes it. */
  private register(user: StreamUser, stream: EventStream): EventStream {
    const streams = this.byUser.get(user.id) ?? new Set();
    if (streams.size >= MAX_STREAMS_PER_USER) throw new TooManyStreams(MAX_STREAMS_PER_USER);
    this.byUser.set(user.id, streams.add(stream));
    let asked: Promise<void> | undefined;
    // One question at a time: on a database that hangs they must not pile up.
    const check = (): Promise<void> =>
      (asked ??= this.check(user, stream).finally(() => (asked = undefined)));
    const heart = setInterval(() => void check().then(() => stream.beat()), this.heartbeat);
    const unsubscribe = [
      this.signals.subscribe(stream.topic, () => stream.hint()),
      this.signals.subscribe(`user:${user.id}`, () => void check()),
    ];
    stream.once('close', () => {
      clearInterval(heart);
      for (const stop of unsubscribe) stop();
      streams.delete(stream);
      if (streams.size === 0) this.byUser.delete(user.id);
    });
    return stream;
  }

  /** Ends the stream of who has signed out, was suspended, or has another role. A database that is away sends nobody away. */
  private async check(user: StreamUser, stream: EventStream): Promise<void> {
    try {
      if (!(await this.authorizer.isAuthorized(user))) stream.finish();
    } catch (error) {
      this.logger.warn(`Whether a reader may stay could not be looked up: ${String(error)}`);
    }
  }
}
