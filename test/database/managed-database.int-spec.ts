import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getRepositoryToken, TypeOrmModule } from '@nestjs/typeorm';
import { AppModule } from '../../src/app/app.module.js';
import { ENTITIES } from '../../src/app/entities.js';
import { Clock } from '../../src/platform/common/clock.js';
import type { Database } from '../../src/platform/database/database.js';
import { DatabaseModule } from '../../src/platform/database/database.module.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { User } from '../../src/users/user.entity.js';
import { sleep } from '../support/servers/processes.js';
import { testConfig } from '../support/stores/config.js';
import { columnOf, openTestDatabase } from '../support/stores/database.js';
import { afterFile, createStoreLocation } from '../support/stores/engine.js';
import { entitiesOfFiles } from '../support/stores/entities.js';

@Module({ imports: [TypeOrmModule.forFeature([User])] })
class Program {}

function startOn(database: Database): Promise<INestApplicationContext> {
  const program = { module: Program, imports: [DatabaseModule.with(database)] };
  return NestFactory.createApplicationContext(program, { logger: false, abortOnError: false });
}

const insertion = sql`INSERT INTO sign_in_attempts (key, failures, blocked_until, last_at) VALUES ('late', 0, 0, 0)`;

it('waits for an open transaction at shutdown, and closes the database', async () => {
  const location = await createStoreLocation();
  const database = await openTestDatabase(location);
  const app = await startOn(database);
  let finish = (): void => undefined;
  const isFinishing = new Promise<void>((resolve) => (finish = resolve));
  const writing = database.transaction(async (tx) => {
    await isFinishing;
    await tx.execute(insertion);
  });
  const closing = app.close();
  await sleep(50);
  finish();
  await Promise.all([writing, closing]);

  await expect(database.read.rows(sql`SELECT 1 AS one`)).rejects.toThrow();
  expect(await columnOf(await openTestDatabase(location), 'sign_in_attempts', 'key')).toEqual(['late']);
});

it('leaves a borrowed database open', async () => {
  const database = await openTestDatabase();
  await (await startOn(database.borrow())).close();
  await database.write(insertion);
  expect(await columnOf(database, 'sign_in_attempts', 'key')).toEqual(['late']);
});

it('refuses to start if a module lists an entity that was not opened with the database', async () => {
  const database = await openDatabase({ ...(await createStoreLocation()), entities: [] });
  afterFile(() => database.close());
  await expect(startOn(database)).rejects.toThrow('No metadata for "User" was found.');
});

it('lists the entity of every file in a module', async () => {
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ config: testConfig(), database: await openTestDatabase(), clock: new Clock() }),
    { logger: false, abortOnError: false },
  );
  afterFile(() => app.close());
  expect(new Set(ENTITIES)).toEqual(new Set(Object.values(await entitiesOfFiles())));
  for (const entity of ENTITIES as (typeof User)[]) expect(app.get(getRepositoryToken(entity))).toBeDefined();
});
