import { DataSource } from 'typeorm';
import { nameKeyOf, wordsOf } from '../../src/catalog/search/text-normalization.js';
import { newId } from '../../src/platform/common/id.js';
import { postgresOptions, sqliteOptions } from '../../src/platform/database/connection/data-sources.js';
import { createEmptyStoreLocation, ENGINE } from '../support/stores/engine.js';

const MIGRATION = 'NamesAndAddresses1764000000019';

const placeholder = (n: number): string => (ENGINE === 'sqlite' ? '?' : `$${n}`);

async function insertSection(source: DataSource, name: string, key: string): Promise<void> {
  const id = newId();
  await source.query(
    `INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
     VALUES (${[1, 2, 3, 4].map(placeholder).join(', ')}, '', 1, 0)`,
    [id, name, key, id],
  );
}

async function keysOf(source: DataSource): Promise<Record<string, string>> {
  const rows: { name: string; name_key: string }[] = await source.query(
    'SELECT name, name_key FROM sections',
  );
  return Object.fromEntries(rows.map(({ name, name_key }) => [name, name_key]));
}

/** Reverts the migrations down to, and including, the one under test. */
async function revert(source: DataSource): Promise<void> {
  for (;;) {
    const [last]: { name: string }[] = await source.query(
      'SELECT name FROM migrations ORDER BY id DESC LIMIT 1',
    );
    await source.undoLastMigration({ transaction: 'each' });
    if (last?.name === MIGRATION) return;
  }
}

it('gives the names of the last release the keys by which they are unique now, and back', async () => {
  const { dataDir, databaseUrl } = await createEmptyStoreLocation();
  const options = databaseUrl === undefined ? sqliteOptions(dataDir, []) : postgresOptions(databaseUrl, []);
  const source = await new DataSource(options).initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
    await revert(source);
    const names = ['Milk 2%', 'Dưa', 'Fruits'];
    for (const name of names) await insertSection(source, name, wordsOf(name));

    await source.runMigrations({ transaction: 'each' });
    expect(await keysOf(source)).toEqual(Object.fromEntries(names.map((name) => [name, nameKeyOf(name)])));

    for (const name of ['Milk 2', 'Dứa']) await insertSection(source, name, nameKeyOf(name));
    await revert(source);
    const keys = await keysOf(source);
    expect(keys).toMatchObject({ 'Milk 2': 'milk 2', Fruits: 'fruits' });
    expect(keys['Milk 2%']).toMatch(/^milk 2 [0-9a-f-]{36}$/);
    expect(new Set(Object.values(keys)).size).toBe(5);
  } finally {
    await source.destroy();
  }
});
