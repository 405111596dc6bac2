import { Logger } from '@nestjs/common';
import { Readable } from 'node:stream';
import { SECOND_MS } from '../common/durations.js';
import type { StreamSource, StreamEvent, EventBatch } from './event-source.js';
import type { Topic } from './topics.js';

/** Delay before a disconnected client reconnects. */
const RETRY_DELAY_MS = 3 * SECOND_MS;

/** A comment: clients skip it, and proxies see that the connection is in use. */
const HEARTBEAT_COMMENT = ': \n\n';

/** Disconnect clients that stay blocked for this many heartbeats. */
const MAX_MISSED_HEARTBEATS = 2;

/** Time for a client to read the end of a stream. */
const FINISH_TIMEOUT_MS = 500;

/**
 * A stream of server-sent events, as specified by HTML. It starts after the last event that the client has, and sends new
 * events after each change signal and at each heartbeat.
 *
 * The database is read only when the client has taken all earlier data. For a slow client, many changes thus become one,
 * and the buffer holds the result of one read at most.
 */
export class EventStream extends Readable {
  private readonly logger = new Logger(EventStream.name);
  /** Texts that the client has not taken yet. */
  private readonly pending: string[] = [`retry: ${RETRY_DELAY_MS}\n\n`];
  private hasDemand = false;
  private mayHaveEvents = true;
  private isThrottled = false;
  private isPumping = false;
  private isFinished = false;
  private missedHeartbeats = 0;

  /** @param lastId ID of the last event that the client has, if it sent one */
  constructor(
    private readonly source: StreamSource,
    private lastId: string | undefined,
  ) {
    super({ highWaterMark: 1 });
  }

  /** Topics of the change signals that concern this stream. */
  get topics(): readonly Topic[] {
    return this.source.topics;
  }

  /**
   * Reads the first events before the response starts, while an error can still become a problem response.
   *
   * @returns true if there are events, or may be some later
   * @throws what the source throws
   */
  async begin(): Promise<boolean> {
    const { events, isFinished } = await this.poll();
    return events.length > 0 || !isFinished;
  }

  /** Signals that there may be new events. */
  signal(): void {
    this.mayHaveEvents = true;
    void this.pump();
  }

  /** Runs at each heartbeat: polls without a signal, and disconnects a client that stays blocked. */
  heartbeat(): void {
    this.missedHeartbeats = this.pending.length > 0 ? this.missedHeartbeats + 1 : 0;
    if (this.missedHeartbeats >= MAX_MISSED_HEARTBEATS) this.destroy();
    if (this.pending.length === 0) this.pending.push(HEARTBEAT_COMMENT);
    this.signal();
  }

  /** Ends the response cleanly, so that the client reconnects and catches up. A client that hangs is cut off. */
  finish(): void {
    this.isFinished = true;
    this.pending.length = 0;
    void this.pump();
    setTimeout(() => this.destroy(), FINISH_TIMEOUT_MS).unref();
  }

  override _read(): void {
    this.hasDemand = true;
    void this.pump();
  }

  /** Sends as much as the client is ready to take. */
  private async pump(): Promise<void> {
    if (this.isPumping) return;
    this.isPumping = true;
    try {
      while (this.hasDemand && !this.destroyed) {
        if (this.pending.length > 0) this.send(this.pending.splice(0).join(''));
        else if (this.isFinished) this.send(null);
        else if (this.mayHaveEvents && !this.isThrottled) await this.poll();
        else break;
      }
    } catch (error) {
      this.logger.warn(`Event stream for ${this.topics.join(', ')} closed after an error: ${String(error)}`);
      this.destroy();
    } finally {
      this.isPumping = false;
    }
  }

  private send(text: string | null): void {
    this.hasDemand = false;
    this.push(text);
  }

  private async poll(): Promise<EventBatch> {
    this.mayHaveEvents = false;
    const batch = await this.source.read(this.lastId);
    if (this.isFinished) return batch;
    this.pending.push(...batch.events.map(formatEvent));
    this.lastId = batch.events.at(-1)?.id ?? this.lastId;
    this.isFinished = batch.isFinished;
    this.throttle(this.source.minIntervalMs ?? 0);
    return batch;
  }

  private throttle(milliseconds: number): void {
    if (milliseconds === 0) return;
    this.isThrottled = true;
    setTimeout(() => {
      this.isThrottled = false;
      void this.pump();
    }, milliseconds).unref();
  }
}

/** Formats an event. JSON contains no line breaks, so one `data` line is enough. */
function formatEvent({ id, type, data }: StreamEvent): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
