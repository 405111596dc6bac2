import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { openTestDatabase } from '../support/stores/database.js';

class IntendedFailure extends Error {}

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.write(sql`DELETE FROM sign_in_attempts`));

/** Inserts into a small table without references to others. */
const insertion = (key: string) =>
  sql`INSERT INTO sign_in_attempts (key, failures, blocked_until, last_at) VALUES (${key}, 0, 0, 0)`;

async function keys(): Promise<string[]> {
  const rows = await database.read.rows<{ key: string }>(sql`SELECT key FROM sign_in_attempts ORDER BY key`);
  return rows.map(({ key }) => key);
}

const insert = (key: string): Promise<unknown> => database.transaction((tx) => tx.execute(insertion(key)));

describe('asOneTransaction', () => {
  it('commits everything that joins it, which reads its own writes', async () => {
    const seen = await database.asOneTransaction(async (tx) => {
      await tx.execute(insertion('a'));
      await insert('b');
      await database.write(insertion('c'));
      return keys();
    });
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(await keys()).toEqual(['a', 'b', 'c']);
  });

  it('commits nothing if it fails', async () => {
    const work = database.asOneTransaction(async () => {
      await insert('a');
      throw new IntendedFailure();
    });
    await expect(work).rejects.toBeInstanceOf(IntendedFailure);
    expect(await keys()).toEqual([]);
  });

  it('undoes a transaction inside of it that fails alone, also after an error of the database', async () => {
    await database.asOneTransaction(async () => {
      await insert('a');
      const failing = database.transaction(async (tx) => {
        await tx.execute(insertion('b'));
        throw new IntendedFailure();
      });
      await expect(failing).rejects.toBeInstanceOf(IntendedFailure);
      await expect(insert('a')).rejects.toThrow();
      await insert('c');
    });
    expect(await keys()).toEqual(['a', 'c']);
  });

  it('runs what follows a commit after its own, and not for what was undone', async () => {
    const actions: string[] = [];
    await database.asOneTransaction(async () => {
      await database.transaction(async (tx) => {
        tx.afterCommit(() => actions.push('joined'));
        await tx.execute(insertion('a'));
      });
      const failing = database.transaction((tx) => {
        tx.afterCommit(() => actions.push('undone'));
        return Promise.reject(new IntendedFailure());
      });
      await expect(failing).rejects.toBeInstanceOf(IntendedFailure);
      expect(actions).toEqual([]);
    });
    expect(actions).toEqual(['joined']);
  });

  it('lets concurrent transactions and reads inside of it take turns', async () => {
    await database.asOneTransaction(async () => {
      await Promise.all(['a', 'b', 'c', 'd'].map(insert));
      expect(await Promise.all([keys(), keys(), keys()])).toEqual(Array(3).fill(['a', 'b', 'c', 'd']));
    });
    expect(await keys()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is not joined by work that was started in it and goes on after its end', async () => {
    let goOn = (): void => undefined;
    const ended = new Promise<void>((resolve) => (goOn = resolve));
    let late: Promise<unknown> = Promise.resolve();
    const failing = database.asOneTransaction(() => {
      late = ended.then(() => insert('late'));
      return Promise.reject(new IntendedFailure());
    });
    await expect(failing).rejects.toBeInstanceOf(IntendedFailure);
    goOn();
    await late;
    expect(await keys()).toEqual(['late']);
  });

  it('is not seen by others before its commit', async () => {
    let started = (): void => undefined;
    let goOn = (): void => undefined;
    const hasStarted = new Promise<void>((resolve) => (started = resolve));
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
    const work = database.asOneTransaction(async () => {
      await insert('a');
      started();
      await mayGoOn;
    });
    await hasStarted;
    const other = await keys();
    goOn();
    await work;
    expect([other, await keys()]).toEqual([[], ['a']]);
  });
});
