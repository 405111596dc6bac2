import { once } from 'node:events';
import { request, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { sleep } from '../servers/processes.js';
import { afterwards } from '../stores/engine.js';
import type { Bearer } from './client.js';

const SECONDS_TO_ARRIVE = 20;

/** An event as it came. */
export interface ReadEvent {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
}

/** Reads server-sent events, as a browser does, but for coming back by itself. */
export class EventReader {
  readonly events: ReadEvent[] = [];
  /** How many comments came between the events. */
  comments = 0;
  hasEnded = false;
  private unread = '';

  private constructor(
    private readonly outgoing: ClientRequest,
    private readonly response: IncomingMessage,
  ) {
    response.setEncoding('utf8');
    response.on('error', () => undefined);
    response.on('close', () => (this.hasEnded = true));
  }

  /** A reader of a stream that has answered with 200. It leaves after the last test of the file. */
  static async open(url: string, path: string, bearer: Bearer, lastEventId?: string): Promise<EventReader> {
    const reader = await EventReader.ask(url, path, bearer, lastEventId);
    if (reader.status !== 200) throw new Error(`${reader.status} ${await text(reader.response)}`);
    reader.response.on('data', (chunk: string) => reader.take(chunk));
    return reader;
  }

  /** One that has answered whatever it is, and of which nothing is read yet. */
  static async ask(url: string, path: string, bearer: Bearer, lastEventId?: string): Promise<EventReader> {
    const headers = {
      authorization: `Bearer ${bearer.accessToken}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    const outgoing = request(`${url}/api/v1${path}`, { headers, agent: false }).end();
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    const reader = new EventReader(outgoing, response);
    afterwards(async () => reader.leave());
    return reader;
  }

  get status(): number {
    return this.response.statusCode ?? 0;
  }

  get headers(): IncomingHttpHeaders {
    return this.response.headers;
  }

  /** The data of every event so far. */
  data<Data>(): Data[] {
    return this.events.map((event) => event.data as Data);
  }

  /** Waits until something is true of what has come. */
  async until(isSo: (reader: this) => boolean): Promise<void> {
    const deadline = Date.now() + SECONDS_TO_ARRIVE * 1000;
    while (!isSo(this)) {
      if (Date.now() > deadline) throw new Error(`It did not come: ${JSON.stringify(this.events)}`);
      await sleep(5);
    }
  }

  /** Waits until the server has ended the stream. */
  async ended(): Promise<void> {
    await this.until((reader) => reader.hasEnded);
  }

  leave(): void {
    this.outgoing.destroy();
  }

  private take(chunk: string): void {
    const blocks = (this.unread + chunk).split('\n\n');
    this.unread = blocks.pop() ?? '';
    for (const block of blocks) this.takeBlock(block);
  }

  private takeBlock(block: string): void {
    if (block.startsWith(':')) this.comments += 1;
    const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
    const data = fields.get('data');
    if (data === undefined) return;
    this.events.push({ id: fields.get('id') ?? '', type: fields.get('event') ?? '', data: JSON.parse(data) });
  }
}
