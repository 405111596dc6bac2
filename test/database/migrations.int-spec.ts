import { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app/entities.js';
import { postgresOptions, sqliteOptions } from '../../src/platform/database/connection/data-sources.js';
import { ENGINE, createEmptyStoreLocation } from '../support/stores/engine.js';

it('migrates up, all the way down, and up again', async () => {
  const { dataDir, databaseUrl } = await createEmptyStoreLocation();
  const options =
    databaseUrl === undefined ? sqliteOptions(dataDir, ENTITIES) : postgresOptions(databaseUrl, ENTITIES);
  const source = await new DataSource(options).initialize();
  try {
    const up = async (): Promise<string[]> => {
      await source.runMigrations({ transaction: 'each' });
      return tablesIn(source);
    };
    const created = await up();
    expect(created).toEqual(
      expect.arrayContaining(['audit_entries', 'cart_items', 'invoices', 'orders', 'products', 'users']),
    );
    expect(source.migrations.length).toBeGreaterThanOrEqual(6);
    for (const _ of source.migrations) await source.undoLastMigration({ transaction: 'each' });
    expect(await tablesIn(source)).toEqual([]);
    expect(await up()).toEqual(created);
    expect(await source.showMigrations()).toBe(false);
  } finally {
    await source.destroy();
  }
});

async function tablesIn(source: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await source.query(
    ENGINE === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type IN ('table', 'view', 'trigger', 'index') AND name NOT LIKE 'sqlite_%'`
      : `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
           AND c.relkind IN ('r', 'v', 'i', 'S')
         UNION ALL SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  );
  return rows
    .map(({ name }) => name)
    .filter((name) => !/^(migrations|PK_)/.test(name))
    .sort();
}
