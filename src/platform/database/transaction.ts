import type { EntityManager } from 'typeorm';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { Dialect } from './dialect.js';

/** Reads from the database: rows with SQL, or entities with TypeORM's manager. */
export class ReadConnection {
  constructor(
    readonly entities: EntityManager,
    readonly dialect: Dialect,
  ) {}

  /** Returns the rows of a statement. */
  async rows<Row>(statement: Sql): Promise<Row[]> {
    const result = await this.run(statement);
    return result.records as Row[];
  }

  /** Returns the first row of a statement, or undefined. */
  async row<Row>(statement: Sql): Promise<Row | undefined> {
    return (await this.rows<Row>(statement))[0];
  }

  protected async run(statement: Sql): Promise<{ records: unknown[]; affected?: number }> {
    // TypeORM passes the query to the driver unchanged, although its types allow only strings.
    const query = this.dialect.queryOf(statement) as string;
    const runner = this.entities.queryRunner ?? this.entities.dataSource.createQueryRunner();
    try {
      return (await runner.query(query, statement.values, true)) as { records: unknown[]; affected?: number };
    } finally {
      if (runner !== this.entities.queryRunner) await runner.release();
    }
  }
}

/** Reads committed data, and streams results that are too large for memory. */
export class CommittedReader extends ReadConnection {
  constructor(
    entities: EntityManager,
    dialect: Dialect,
    private readonly openStream: (statement: Sql) => AsyncIterable<unknown[]>,
  ) {
    super(entities, dialect);
  }

  /**
   * Streams the rows of a statement in batches of some hundred, in constant memory and from one snapshot. It holds a
   * connection until it ends or is abandoned, so it is for jobs and not for requests.
   */
  stream<Row>(statement: Sql): AsyncIterable<Row[]> {
    return this.openStream(statement) as AsyncIterable<Row[]>;
  }
}

/** An open transaction. Code that writes receives one and passes it on. */
export class Transaction extends ReadConnection {
  private readonly afterCommitActions: (() => void)[] = [];

  /**
   * Registers an action to run after the commit, such as invalidating a cache. It does not run after a rollback, but also if
   * the answer to COMMIT was lost. The action must handle its own errors: nothing waits for the work that it starts.
   */
  afterCommit(action: () => void): void {
    this.afterCommitActions.push(action);
  }

  /** Runs the registered actions. Only `Database` calls it, after COMMIT. */
  committed(): void {
    for (const action of this.afterCommitActions) action();
  }

  /** Runs a statement and returns the number of changed rows. */
  async execute(statement: Sql): Promise<number> {
    return (await this.run(statement)).affected ?? 0;
  }

  /** `FOR UPDATE` on PostgreSQL. Empty on SQLite, which has one writer at a time and so nothing to lock. */
  get forUpdate(): Sql {
    return this.dialect.forUpdate;
  }

  /**
   * `FOR SHARE` on PostgreSQL, empty on SQLite. Code that reads a row and writes another that refers to it locks it this way:
   * until the transaction ends, the row is neither changed nor deleted.
   */
  get forShare(): Sql {
    return this.dialect.forShare;
  }

  /** Like {@link forUpdate}, for the rows of one table of a join, by its alias. */
  forUpdateOf(alias: string): Sql {
    return this.dialect.name === 'postgres' ? sql`FOR UPDATE OF ${raw(alias)}` : empty;
  }

  /**
   * Takes a named lock until the transaction ends, if it is free. On SQLite it always is, since writers run one by one.
   *
   * @returns true if the lock was taken
   */
  async tryLock(name: string): Promise<boolean> {
    if (this.dialect.name === 'sqlite') return true;
    const row = await this.row<{ free: boolean }>(
      sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS free`,
    );
    return row?.free === true;
  }

  /** Takes a named lock until the transaction ends, like {@link tryLock}, and waits for it. */
  async lock(name: string): Promise<void> {
    if (this.dialect.name === 'sqlite') return;
    await this.row(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  }

  /**
   * Like {@link lock}, together with others that share the lock. A transaction that waits for the lock alone gets its turn: those
   * that ask to share it later wait behind it. With row locks it would wait as long as new ones came.
   */
  async lockShared(name: string): Promise<void> {
    if (this.dialect.name === 'sqlite') return;
    await this.row(sql`SELECT pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`);
  }
}

export { empty, join, raw, sql, type Sql };
