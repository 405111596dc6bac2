import { once } from 'node:events';
import { request, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { createParser } from 'eventsource-parser';
import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { LONGEST_WAIT_S, sleep } from '../servers/processes.js';
import { afterFile } from '../stores/engine.js';
import type { Bearer } from './client.js';

/** A received event. */
export interface ReadEvent {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
}

/** Reads server-sent events as a browser does, without automatic reconnection. */
export class EventReader {
  readonly events: ReadEvent[] = [];
  /** Number of comments between the events. */
  comments = 0;
  hasEnded = false;

  private constructor(
    private readonly outgoing: ClientRequest,
    private readonly response: IncomingMessage,
  ) {
    response.setEncoding('utf8');
    response.on('error', () => undefined);
    response.on('close', () => (this.hasEnded = true));
  }

  /** Opens a stream that must respond with 200. It is closed after the last test of the file. */
  static async open(url: string, path: string, bearer: Bearer, lastEventId?: string): Promise<EventReader> {
    const reader = await EventReader.connect(url, path, bearer, lastEventId);
    if (reader.status !== 200) throw new Error(`${reader.status} ${await text(reader.response)}`);
    const parser = createParser({
      onEvent: ({ id = '', event = '', data }) =>
        reader.events.push({ id, type: event, data: JSON.parse(data) }),
      onComment: () => (reader.comments += 1),
    });
    reader.response.on('data', (chunk: string) => parser.feed(chunk));
    return reader;
  }

  /** Opens a stream with any status, and reads nothing from it. */
  static async connect(
    url: string,
    path: string,
    bearer: Bearer,
    lastEventId?: string,
  ): Promise<EventReader> {
    const headers = {
      authorization: `Bearer ${bearer.accessToken}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    const outgoing = request(`${url}/api/v1${path}`, { headers, agent: false }).end();
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    const reader = new EventReader(outgoing, response);
    afterFile(async () => reader.close());
    return reader;
  }

  get status(): number {
    return this.response.statusCode ?? 0;
  }

  get headers(): IncomingHttpHeaders {
    return this.response.headers;
  }

  /** Returns the data of every received event. */
  data<Data>(): Data[] {
    return this.events.map((event) => event.data as Data);
  }

  /** Waits until a condition holds for the received events. */
  async waitUntil(condition: (reader: this) => boolean): Promise<void> {
    const deadline = Date.now() + LONGEST_WAIT_S * SECOND_MS;
    while (!condition(this)) {
      if (Date.now() > deadline)
        throw new Error(`Timed out waiting for events: ${JSON.stringify(this.events)}`);
      await sleep(5);
    }
  }

  /** Waits until the server ends the stream. */
  async waitForEnd(): Promise<void> {
    await this.waitUntil((reader) => reader.hasEnded);
  }

  close(): void {
    this.outgoing.destroy();
  }
}
