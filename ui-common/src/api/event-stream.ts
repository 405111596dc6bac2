/** A server-sent event. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

/** What an event stream has said so far besides its events. */
export interface StreamState {
  /** To be sent as Last-Event-ID when the stream is opened again. */
  readonly lastEventId: string;
  /** Milliseconds after which the server wants to be asked again; undefined where it has not said. */
  readonly retry: number | undefined;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Reads server-sent events out of the pieces of text in which they arrive, as HTML has it ("Interpreting an event stream"): lines
 * end with CR, LF or both, comments and unknown fields are passed over, and an event that is cut off is none.
 */
export class EventStreamReader {
  private rest = '';
  private isAtStart = true;
  private type = '';
  private data: string[] = [];
  private id: string;
  private lastEventId: string;
  private retry: number | undefined;

  /** @param lastEventId what the stream was opened with */
  constructor(lastEventId = '') {
    this.id = lastEventId;
    this.lastEventId = lastEventId;
  }

  get state(): StreamState {
    return { lastEventId: this.lastEventId, retry: this.retry };
  }

  /** @returns the events that are complete with this piece */
  push(text: string): StreamEvent[] {
    this.rest += this.withoutMark(text);
    // A CR at the end may be half of a CRLF: it is left for the next piece.
    const lines = this.rest.split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.take(line));
  }

  private withoutMark(text: string): string {
    if (!this.isAtStart || text === '') return text;
    this.isAtStart = false;
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  }

  private take(line: string): StreamEvent[] {
    if (line === '') return this.dispatch();
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') this.type = value;
    else if (name === 'data') this.data.push(value);
    else if (name === 'id' && !value.includes('\0')) this.id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return [];
  }

  private dispatch(): StreamEvent[] {
    const event = { type: this.type || 'message', data: this.data.join('\n') };
    const isEvent = this.data.length > 0;
    this.lastEventId = this.id;
    this.type = '';
    this.data = [];
    return isEvent ? [event] : [];
  }
}
