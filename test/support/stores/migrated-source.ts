import { DataSource, type MigrationInterface } from 'typeorm';
import { postgresOptions, sqliteOptions } from '../../../src/platform/database/connection/data-sources.js';
import { createEmptyStoreLocation, type StoreLocation } from './engine.js';

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

  async close(): Promise<void> {
    await this.source.destroy();
  }
}
