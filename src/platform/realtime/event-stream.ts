import { Logger } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { StreamSource, StreamEvent, EventBatch } from './event-source.js';
import type { Topic } from './topics.js';

/** A reader who was cut off is to come back after so many milliseconds. */
const RETRY = 3000;

/** A comment: readers skip it, and whatever is in between sees that the connection is in use. */
const HEARTBEAT = ': \n\n';

/** Who takes nothing for so many heartbeats, though there is something to take, is dropped. */
const MAX_MISSED_HEARTBEATS = 2;

/** Milliseconds for a reader to take the end of a stream. */
const MOMENT = 500;

/**
 * Server-sent events, as HTML has them: what a source has after the last event that its reader knows, and from then on what
 * is new whenever there was a hint, and at each heartbeat.
 *
 * The database is looked into only when the reader has taken all before, so that for a slow one many changes become one,
 * and no more is kept for it than the answer of one look.
 */
export class EventStream extends Readable {
  private readonly logger = new Logger(EventStream.name);
  /** Texts that the reader has not taken yet. */
  private readonly due: string[] = [`retry: ${RETRY}\n\n`];
  private isWanted = false;
  private mayHaveNews = true;
  private isResting = false;
  private isAtWork = false;
  private isOver = false;
  private missed = 0;

  /** @param lastId the last event that the reader knows, if it says so */
  constructor(
    private readonly source: StreamSource,
    private lastId: string | undefined,
  ) {
    super({ highWaterMark: 1 });
  }

  /** What hints are about that concern it. */
  get topic(): Topic {
    return this.source.topic;
  }

  /**
   * Takes the first look, before the answer has begun and while it can still be another.
   *
   * @returns whether there is anything to come
   * @throws what the source throws
   */
  async begin(): Promise<boolean> {
    const { events, isFinished: isOver } = await this.look();
    return events.length > 0 || !isOver;
  }

  /** There may be something new. */
  hint(): void {
    this.mayHaveNews = true;
    void this.work();
  }

  /** To be called at an interval: looks without a hint, and sees whether the reader is still there. */
  beat(): void {
    this.missed = this.due.length > 0 ? this.missed + 1 : 0;
    if (this.missed >= MAX_MISSED_HEARTBEATS) this.destroy();
    if (this.due.length === 0) this.due.push(HEARTBEAT);
    this.hint();
  }

  /** Ends the answer properly, so that the reader comes back and hears what there is to hear; one that hangs is cut off. */
  finish(): void {
    this.isOver = true;
    this.due.length = 0;
    void this.work();
    setTimeout(() => this.destroy(), MOMENT).unref();
  }

  override _read(): void {
    this.isWanted = true;
    void this.work();
  }

  /** Gives the reader what it is ready to take. */
  private async work(): Promise<void> {
    if (this.isAtWork) return;
    this.isAtWork = true;
    try {
      while (this.isWanted && !this.destroyed) {
        if (this.due.length > 0) this.give(this.due.splice(0).join(''));
        else if (this.isOver) this.give(null);
        else if (this.mayHaveNews && !this.isResting) await this.look();
        else break;
      }
    } catch (error) {
      this.logger.warn(`A stream of ${this.source.topic} ends: ${String(error)}`);
      this.destroy();
    } finally {
      this.isAtWork = false;
    }
  }

  private give(text: string | null): void {
    this.isWanted = false;
    this.push(text);
  }

  private async look(): Promise<EventBatch> {
    this.mayHaveNews = false;
    const news = await this.source.read(this.lastId);
    if (this.isOver) return news;
    this.due.push(...news.events.map(textOf));
    this.lastId = news.events.at(-1)?.id ?? this.lastId;
    this.isOver = news.isFinished;
    this.rest(this.source.pause ?? 0);
    return news;
  }

  private rest(milliseconds: number): void {
    if (milliseconds === 0) return;
    this.isResting = true;
    setTimeout(() => {
      this.isResting = false;
      void this.work();
    }, milliseconds).unref();
  }
}

/** JSON has no line break in it, so one line of data is enough. */
function textOf({ id, type, data }: StreamEvent): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
