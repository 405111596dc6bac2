import { DataSource, type MigrationInterface } from 'typeorm';
import { postgresOptions, sqliteOptions } from '../../../src/platform/database/connection/data-sources.js';
import { createEmptyStoreLocation, type StoreLocation } from './engine.js';

interface MigratedOrder {
  readonly id: string;
  readonly userId: string;
  readonly number?: string;
  readonly status?: string;
  /** Minor units. */
  readonly total?: number;
}

/** A database to which all migrations have been applied, to go back from them and forward again. */
export class MigratedSource {
  private constructor(private readonly source: DataSource) {}

  /** @param location of an empty store; a new one by default */
  static async open(location?: StoreLocation): Promise<MigratedSource> {
    const { dataDir, databaseUrl } = location ?? (await createEmptyStoreLocation());
    const options = databaseUrl === undefined ? sqliteOptions(dataDir, []) : postgresOptions(databaseUrl, []);
    const opened = new MigratedSource(await new DataSource(options).initialize());
    await opened.forward();
    return opened;
  }

  async forward(): Promise<void> {
    await this.source.runMigrations({ transaction: 'each' });
  }

  /** Reverts a migration and all later ones. */
  async back(to: new () => MigrationInterface): Promise<void> {
    const { migrations } = this.source;
    const index = migrations.findIndex((migration) => migration instanceof to);
    for (let i = migrations.length; i > index; i--)
      await this.source.undoLastMigration({ transaction: 'each' });
  }

  query<Row>(statement: string): Promise<Row[]> {
    return this.source.query<Row[]>(statement);
  }

  /** Inserts a shopper with the columns that users have had from the first release on. */
  async insertShopper(id: string): Promise<void> {
    await this.query(`
      INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
      VALUES ('${id}', 'a', 'a', 'a', 'a', 'A', '-', 'user', 'approved', 'en', 0)`);
  }

  /** Inserts an order with the columns that orders have had from the first release on. */
  async insertOrder({
    id,
    userId,
    number = 'A',
    status = 'placed',
    total = 4_800,
  }: MigratedOrder): Promise<void> {
    await this.query(`
      INSERT INTO orders (id, number, user_id, status, total, currency, address, timestamp)
      VALUES ('${id}', '${number}', '${userId}', '${status}', ${total}, 'INR', '{}', 0)`);
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}
