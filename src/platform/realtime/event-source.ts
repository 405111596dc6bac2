import { hash } from 'node:crypto';
import type { Topic } from './topics.js';

/** An event as a reader gets it. */
export interface StreamEvent {
  /** By which a reader who was cut off says how far it came. One line. */
  readonly id: string;
  /** What kind of event it is. One line. */
  readonly type: string;
  /** JSON. */
  readonly data: object;
}

/** What a look into the database has given. */
export interface EventBatch {
  readonly events: readonly StreamEvent[];
  /** Whether nothing can come after these. */
  readonly isFinished: boolean;
}

/** What an event stream shows. */
export interface StreamSource {
  readonly topic: Topic;
  /** Milliseconds from one look into the database to the next, however many hints there are; 0 where left out. */
  readonly pause?: number;
  /**
   * What there is after an event, read from the database: of everything where there is no id, or one that means nothing.
   *
   * @throws what the route answers, where it is the first look
   */
  readonly read: (afterId: string | undefined) => Promise<EventBatch>;
}

/** The source of a state that is sent whole whenever it has become another, such as a job's progress. */
export function stateSource<State extends object>({
  type,
  read,
  isFinal = () => false,
  ...rest
}: {
  readonly topic: Topic;
  readonly pause?: number;
  readonly type: string;
  readonly read: () => Promise<State>;
  /** Whether the state is its last. */
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
