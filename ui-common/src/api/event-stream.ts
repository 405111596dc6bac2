/** A server-sent event. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

/** Reconnection state of an event stream. */
export interface StreamState {
  /** Value of the Last-Event-ID header when the stream is reopened. */
  readonly lastEventId: string;
  /** Reconnection delay in milliseconds; undefined if the server sent none. */
  readonly retry: number | undefined;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Parses server-sent events from text chunks, as the HTML standard requires ("Interpreting an event stream").
 * Lines end with CR, LF or both. Comments, unknown fields and incomplete events are ignored.
 */
export class EventStreamReader {
  private buffer = '';
  private isAtStart = true;
  private type = '';
  private data: string[] = [];
  private id: string;
  private lastEventId: string;
  private retry: number | undefined;

  /** @param lastEventId value with which the stream was opened */
  constructor(lastEventId = '') {
    this.id = lastEventId;
    this.lastEventId = lastEventId;
  }

  get state(): StreamState {
    return { lastEventId: this.lastEventId, retry: this.retry };
  }

  /** @returns the events that this chunk completes */
  push(text: string): StreamEvent[] {
    this.buffer += this.stripByteOrderMark(text);
    // A CR at the end may be half of a CRLF: leave it for the next chunk.
    const lines = this.buffer.split(/\r\n|\n|\r(?!$)/);
    this.buffer = lines.pop() ?? '';
    return lines.flatMap((line) => this.processLine(line));
  }

  private stripByteOrderMark(text: string): string {
    if (!this.isAtStart || text === '') return text;
    this.isAtStart = false;
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  }

  private processLine(line: string): StreamEvent[] {
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
