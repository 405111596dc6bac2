import { Logger, StreamableFile, type BeforeApplicationShutdown } from '@nestjs/common';
import { StreamAuthorizer, type StreamUser } from '../access/stream-authorizer.js';
import { ChangeSignals } from './change-signals.js';
import type { StreamSource } from './event-source.js';
import { EventStream } from './event-stream.js';
import { realtimeErrors } from './realtime.errors.js';
import type { StreamRequest } from './stream-request.js';

/** Limit per process: enough for many windows, too few to exhaust any resource. */
const MAX_STREAMS_PER_USER = 20;

/** The open event streams of this process: limits them per user, checks authorization, and closes them at shutdown. */
export class EventStreams implements BeforeApplicationShutdown {
  private readonly logger = new Logger(EventStreams.name);
  private readonly byUser = new Map<string, Set<EventStream>>();
  private isClosing = false;

  /** @param heartbeatMs interval between heartbeats, and the longest delay that a lost signal causes */
  constructor(
    private readonly signals: ChangeSignals,
    private readonly authorizer: StreamAuthorizer,
    private readonly heartbeatMs: number,
  ) {}

  /** Number of open streams. */
  get count(): number {
    return [...this.byUser.values()].reduce((sum, streams) => sum + streams.size, 0);
  }

  /**
   * Streams the source's events after the last one that the client has. If nothing more can come, the response is 204,
   * which stops a browser from reconnecting.
   *
   * @throws live.too-many-streams, and what the source throws on its first read
   */
  async open(
    { user, lastEventId, reply }: StreamRequest,
    source: StreamSource,
  ): Promise<StreamableFile | undefined> {
    const stream = this.register(user, new EventStream(source, lastEventId));
    try {
      if (await stream.begin()) {
        if (this.isClosing) stream.finish();
        // A stream occupies its connection: no other request can reuse it, and it closes with the stream.
        void reply.headers({ connection: 'close', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
        return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
      }
    } catch (error) {
      stream.destroy();
      throw error;
    }
    stream.destroy();
    void reply.status(204);
    return undefined;
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.close();
  }

  /**
   * Ends all streams, and each that is opened later: shutdown waits for open responses, and these would never end on their
   * own. Their clients reconnect, to another process if there is one.
   */
  async close(): Promise<void> {
    this.isClosing = true;
    const open = [...this.byUser.values()].flatMap((streams) => [...streams]);
    const closed = open.map((stream) => new Promise((resolve) => stream.once('close', resolve)));
    for (const stream of open) stream.finish();
    await Promise.all(closed);
  }

  /** Keeps a stream up to date until either side closes it. */
  private register(user: StreamUser, stream: EventStream): EventStream {
    const streams = this.byUser.get(user.id) ?? new Set();
    if (streams.size >= MAX_STREAMS_PER_USER) {
      throw realtimeErrors['too-many-streams']({ max: MAX_STREAMS_PER_USER });
    }
    this.byUser.set(user.id, streams.add(stream));
    let pendingCheck: Promise<void> | undefined;
    // Run one check at a time: they must not pile up while the database hangs.
    const check = (): Promise<void> =>
      (pendingCheck ??= this.check(user, stream).finally(() => (pendingCheck = undefined)));
    const heartbeat = setInterval(() => void check().then(() => stream.heartbeat()), this.heartbeatMs);
    const subscriptions = [
      ...stream.topics.map((topic) => this.signals.subscribe(topic, () => stream.signal())),
      this.signals.subscribe(`user:${user.id}`, () => void check()),
    ];
    stream.once('close', () => {
      clearInterval(heartbeat);
      for (const unsubscribe of subscriptions) unsubscribe();
      streams.delete(stream);
      if (streams.size === 0) this.byUser.delete(user.id);
    });
    return stream;
  }

  /** Ends the stream if the user signed out, was suspended, or changed role. A database outage does not end it. */
  private async check(user: StreamUser, stream: EventStream): Promise<void> {
    try {
      if (!(await this.authorizer.isAuthorized(user))) stream.finish();
    } catch (error) {
      this.logger.warn(`Stream authorization check failed; the stream stays open: ${String(error)}`);
    }
  }
}
