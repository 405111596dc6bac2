import type { EntityManager } from 'typeorm';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { Dialect } from './dialect.js';

/** Reads from the database: rows by SQL, or entities by TypeORM's manager. */
export class ReadConnection {
  constructor(
    readonly entities: EntityManager,
    readonly dialect: Dialect,
  ) {}

  /** The rows that a statement gives. */
  async rows<Row>(statement: Sql): Promise<Row[]> {
    const result = await this.run(statement);
    return result.records as Row[];
  }

  /** The first row that a statement gives, or undefined. */
  async row<Row>(statement: Sql): Promise<Row | undefined> {
    return (await this.rows<Row>(statement))[0];
  }

  protected async run(statement: Sql): Promise<{ records: unknown[]; affected?: number }> {
    // TypeORM hands what it is given to the driver as it is, though its types speak of texts alone.
    const query = this.dialect.queryOf(statement) as string;
    const runner = this.entities.queryRunner ?? this.entities.dataSource.createQueryRunner();
    try {
      return (await runner.query(query, statement.values, true)) as { records: unknown[]; affected?: number };
    } finally {
      if (runner !== this.entities.queryRunner) await runner.release();
    }
  }
}

/** Reads what is committed, and also what is too much to be held at once. */
export class CommittedReader extends ReadConnection {
  constructor(
    entities: EntityManager,
    dialect: Dialect,
    private readonly open: (statement: Sql) => AsyncIterable<unknown[]>,
  ) {
    super(entities, dialect);
  }

  /**
   * The rows that a statement gives, in batches of some hundred, in constant memory. They are of one moment. It holds a
   * connection until it is at its end or is left, so it is for what jobs do, and not for requests.
   */
  stream<Row>(statement: Sql): AsyncIterable<Row[]> {
    return this.open(statement) as AsyncIterable<Row[]>;
  }
}

/** A transaction that is open. Whoever writes is handed one and passes it on. */
export class Transaction extends ReadConnection {
  private readonly toDoAfter: (() => void)[] = [];

  /**
   * Has something done once the transaction is committed, such as dropping what a cache holds. It is not done where the
   * transaction is rolled back. What it starts answers for its own failures: nobody waits for it.
   */
  afterCommit(act: () => void): void {
    this.toDoAfter.push(act);
  }

  /** To be called by the database alone, after COMMIT. */
  committed(): void {
    for (const act of this.toDoAfter) act();
  }

  /** Runs a statement and tells how many rows it changed. */
  async execute(statement: Sql): Promise<number> {
    return (await this.run(statement)).affected ?? 0;
  }

  /** `FOR UPDATE` where rows need locking. SQLite has one writer at a time, and so nothing to lock. */
  get forUpdate(): Sql {
    return this.dialect.forUpdate;
  }

  /** The same for the rows of one table of a join, by its alias. */
  forUpdateOf(alias: string): Sql {
    return this.dialect.name === 'postgres' ? sql`FOR UPDATE OF ${raw(alias)}` : empty;
  }

  /**
   * Takes a lock of a name until the transaction ends, if nobody has it. On SQLite whoever gets here is alone.
   *
   * @returns whether it was free
   */
  async tryLock(name: string): Promise<boolean> {
    if (this.dialect.name === 'sqlite') return true;
    const row = await this.row<{ free: boolean }>(
      sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS free`,
    );
    return row?.free === true;
  }
}

export { empty, join, raw, sql, type Sql };
