import { hash } from 'node:crypto';
import type { Topic } from './topics.js';

/** An event as a client receives it. */
export interface StreamEvent {
  /** Sent back by a client that reconnects, as its last event. Single line. */
  readonly id: string;
  /** Event type. Single line. */
  readonly type: string;
  /** Sent as JSON. */
  readonly data: object;
}

/** Events from one read of a source. */
export interface EventBatch {
  readonly events: readonly StreamEvent[];
  /** True if nothing can follow these events. */
  readonly isFinished: boolean;
}

/** Content of an event stream. */
export interface StreamSource {
  /** The change signals that concern it. */
  readonly topics: readonly Topic[];
  /** Minimum milliseconds between two reads of the database, however many signals arrive; 0 by default. */
  readonly minIntervalMs?: number;
  /**
   * Reads the events after the given one from the database; all of them if the ID is missing or unknown.
   *
   * @throws on the first read, the error that the route responds with
   */
  readonly read: (afterId: string | undefined) => Promise<EventBatch>;
}

/** Creates a source that sends the complete state whenever it has changed, such as a job's progress. */
export function stateSource<State extends object>({
  type,
  read,
  isFinal = () => false,
  ...rest
}: Pick<StreamSource, 'topics' | 'minIntervalMs'> & {
  readonly type: string;
  readonly read: () => Promise<State>;
  /** Returns true for the last state. */
  readonly isFinal?: (state: State) => boolean;
}): StreamSource {
  return {
    ...rest,
    read: async (afterId) => {
      const data = await read();
      const id = hash('sha1', JSON.stringify(data), 'base64url');
      return { events: id === afterId ? [] : [{ id, type, data }], isFinished: isFinal(data) };
    },
  };
}
