import { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app/entities.js';
import { newId } from '../../src/platform/common/id.js';
import { NameKeys1764000000017 } from '../../src/platform/database/migrations/1764000000017-name-keys.js';
import { postgresOptions, sqliteOptions } from '../../src/platform/database/connection/data-sources.js';
import { nameKey } from '../../src/users/name-key.js';
import { createEmptyStoreLocation } from '../support/stores/engine.js';

interface Row {
  readonly username: string;
  readonly email: string;
  readonly key: string;
}

let source: DataSource;

/** A store of the release before the migration. */
beforeAll(async () => {
  const { dataDir, databaseUrl } = await createEmptyStoreLocation();
  const options =
    databaseUrl === undefined ? sqliteOptions(dataDir, ENTITIES) : postgresOptions(databaseUrl, ENTITIES);
  source = await new DataSource(options).initialize();
  await source.runMigrations({ transaction: 'each' });
});

afterAll(() => source.destroy());

async function insert(username: string, email: string, lastActivity: number): Promise<void> {
  await source.query(
    `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale,
                        last_activity, created_at)
     VALUES ('${newId()}', '${username}', '${username}', '${email}', '${email.toLowerCase()}', '${username}', '-', 'user',
             'approved', 'en-IN', ${lastActivity}, 1)`,
  );
}

async function rows(): Promise<Row[]> {
  return source.query(`SELECT username, email, email_key AS "key" FROM users ORDER BY username`);
}

async function migrate(direction: 'up' | 'down'): Promise<void> {
  const runner = source.createQueryRunner();
  await new NameKeys1764000000017()[direction](runner);
  await runner.release();
}

it('gives existing addresses one key however they are written, and loses no account', async () => {
  await insert('a-ascii', 'Meena@Example.com', 1);
  await insert('b-composed-only', 'Ren\u00e9.Only@example.com', 1);
  await insert('c-nfd-used-last', 'rene\u0301@example.com', 9);
  await insert('d-nfc-used-first', 'ren\u00e9@example.com', 2);
  await insert('e-nfd-unused', 'zoe\u0308@example.com', 0);
  await insert('f-nfc-used', 'zo\u00eb@example.com', 5);
  await insert('g-ascii-domain', 'asha@xn--exmple-cua.com', 1);
  const before = await rows();

  await migrate('up');

  const after = await rows();
  expect(after.map(({ username }) => username)).toEqual(before.map(({ username }) => username));
  const keyOf = (username: string): string => after.find((row) => row.username === username)?.key ?? '';
  expect(keyOf('a-ascii')).toBe('meena@example.com');
  expect(keyOf('b-composed-only')).toBe('ren\u00e9.only@example.com');
  expect(keyOf('c-nfd-used-last')).toBe('ren\u00e9@example.com');
  expect(keyOf('d-nfc-used-first')).toMatch(/^ren\u00e9@example.com#[0-9a-f-]{36}$/);
  expect(keyOf('e-nfd-unused')).toMatch(/^zo\u00eb@example.com#/);
  expect(keyOf('f-nfc-used')).toBe('zo\u00eb@example.com');
  expect(keyOf('g-ascii-domain')).toBe('asha@ex\u00e4mple.com');
  for (const { email, key } of after) {
    expect(email).toBe(email.normalize('NFC'));
    expect(key.split('#')[0]).toBe(nameKey(email));
  }

  await migrate('down');
  expect((await rows()).filter(({ key }) => key.includes('#'))).toHaveLength(2);
  await migrate('up');
  expect((await rows()).map(({ key }) => key.split('#')[0])).toEqual(
    after.map(({ key }) => key.split('#')[0]),
  );
  await migrate('down');
});
