import pg from 'pg';

/**
 * A PostgreSQL client that listens for errors from its creation. The pool removes its own listener from a new client before
 * TypeORM adds one: without another, a connection that the server ends in between would end the process. The pool discards
 * such a client, and its next query fails.
 */
export class GuardedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
