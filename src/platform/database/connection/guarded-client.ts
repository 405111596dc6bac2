import { setImmediate } from 'node:timers/promises';
import pg from 'pg';

/** Options of {@link GuardedClient}, beside those of pg. */
export interface SilenceLimit {
  /** Time without an answer, in milliseconds, after which the server is given up. */
  readonly silenceMs: number;
  /** Checks whether the server still answers others: then it is at work on a long statement. By default it never is. */
  readonly isServerUp?: () => Promise<boolean>;
}

/**
 * A PostgreSQL client that no state of its server harms.
 *
 * It listens for errors from its creation: the pool removes its own listener from a new client before TypeORM adds one, and
 * a connection that the server ends in between would end the process. The pool discards such a client, and its next query
 * fails.
 *
 * It ends the connection when a query gets no answer in time. The server's own limits do not hold for a server that is
 * stopped or unreachable; pg's `query_timeout` fails the query alone, and leaves the connection to the next user.
 */
export class GuardedClient extends pg.Client {
  private readonly limit: SilenceLimit;
  private timer: NodeJS.Timeout | undefined;
  private unanswered = 0;

  constructor(config: pg.ClientConfig & { readonly silence?: SilenceLimit } = {}) {
    super(config);
    this.limit = config.silence ?? { silenceMs: Infinity };
    this.on('error', () => undefined);
    if (!Number.isFinite(this.limit.silenceMs)) return;
    const query = this.query.bind(this) as (...input: unknown[]) => unknown;
    this.query = ((...input: unknown[]) => this.watched(query(...input))) as typeof this.query;
  }

  private watched(answer: unknown): unknown {
    if (!(answer instanceof Promise)) return answer;
    this.unanswered += 1;
    this.timer ??= setTimeout(() => void this.endIfSilent(), this.limit.silenceMs).unref();
    this.timer.refresh();
    const settle = (): void => void (this.unanswered -= 1);
    answer.then(settle, settle);
    return answer;
  }

  private async endIfSilent(): Promise<void> {
    // After a blocked event loop, an answer may have arrived and not been read.
    await setImmediate();
    if (this.unanswered === 0) return;
    if ((await this.limit.isServerUp?.()) === true) this.timer?.refresh();
    else await this.end();
  }
}
