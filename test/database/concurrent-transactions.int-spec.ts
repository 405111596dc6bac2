import { lockSections, shareSections } from '../../src/catalog/admin/catalog-locks.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql, type Transaction } from '../../src/platform/database/transaction.js';
import { sleep } from '../support/servers/processes.js';
import { openTestDatabase } from '../support/stores/database.js';
import { describeIf, ENGINE } from '../support/stores/engine.js';

class IntendedFailure extends Error {}

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

/** Inserts into a small table without references to others. */
const insertion = (key: string, failures = 0) =>
  sql`INSERT INTO sign_in_attempts (key, failures, blocked_until, last_at) VALUES (${key}, ${failures}, 0, 0)`;

async function keysLike(prefix: string): Promise<string[]> {
  const pattern = `${prefix}%`;
  const rows = await database.read.rows<{ key: string }>(
    sql`SELECT key FROM sign_in_attempts WHERE key LIKE ${pattern} ORDER BY key`,
  );
  return rows.map((row) => row.key);
}

async function failuresOf(key: string): Promise<number | undefined> {
  const row = await database.read.row<{ failures: number }>(
    sql`SELECT failures FROM sign_in_attempts WHERE key = ${key}`,
  );
  return row?.failures;
}

const nextTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Returns a barrier at which two parties wait for each other once. */
function barrier(): () => Promise<void> {
  let arrived = 0;
  let open: () => void;
  const gate = new Promise<void>((resolve) => (open = resolve));
  return () => {
    arrived += 1;
    if (arrived >= 2) open();
    return gate;
  };
}

describe('an acknowledged write', () => {
  it('is kept while concurrent transactions roll back', async () => {
    const acknowledged: string[] = [];
    const rolledBack = async (key: string): Promise<void> => {
      const work = database.transaction(async (tx) => {
        await tx.execute(insertion(key));
        await nextTick();
        throw new IntendedFailure();
      });
      await expect(work).rejects.toBeInstanceOf(IntendedFailure);
    };
    const written = async (key: string): Promise<void> => {
      await database.write(insertion(key));
      acknowledged.push(key);
    };
    const committed = async (key: string): Promise<void> => {
      await database.transaction(async (tx) => {
        await tx.execute(insertion(key));
        await nextTick();
      });
      acknowledged.push(key);
    };

    const kinds = [rolledBack, written, committed];
    const runStaggered = async (i: number): Promise<void> => {
      // Most writes arrive while another transaction is open.
      for (let waited = 0; waited < i; waited++) await nextTick();
      await kinds[i % 3]?.(`bystander-${i}`);
    };
    await Promise.all(Array.from({ length: 300 }, (_, i) => runStaggered(i)));

    expect(acknowledged).toHaveLength(200);
    expect(await keysLike('bystander-')).toEqual([...acknowledged].sort());
  });

  it('is kept when a concurrent statement fails', async () => {
    await database.write(insertion('taken'));
    const responses = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) => database.write(insertion(i % 2 === 0 ? 'taken' : `beside-${i}`))),
    );

    expect(responses.filter((response) => response.status === 'fulfilled')).toHaveLength(50);
    expect(await keysLike('beside-')).toHaveLength(50);
  });

  it('is not lost when 300 transactions update one row', async () => {
    await database.write(insertion('sum'));
    const addOne = (tx: Transaction): Promise<number> =>
      tx
        .row<{ failures: number }>(
          sql`SELECT failures FROM sign_in_attempts WHERE key = ${'sum'} ${tx.forUpdate}`,
        )
        .then((row) => {
          const next = (row?.failures ?? 0) + 1;
          return tx.execute(sql`UPDATE sign_in_attempts SET failures = ${next} WHERE key = ${'sum'}`);
        });

    await Promise.all(Array.from({ length: 300 }, () => database.transaction(addOne)));

    expect(await failuresOf('sum')).toBe(300);
  });
});

describe('a concurrent read', () => {
  it('returns a row once it is committed, and not before', async () => {
    await database.transaction(async (tx) => {
      await tx.execute(insertion('unseen'));
      expect(await failuresOf('unseen')).toBeUndefined();
    });
    expect(await failuresOf('unseen')).toBe(0);
  });

  it('never returns a row of a transaction that rolls back', async () => {
    let done = false;
    const dirtyKeys: string[] = [];
    const watch = async (): Promise<void> => {
      while (!done) {
        dirtyKeys.push(...(await keysLike('phantom-')));
        await nextTick();
      }
    };
    const watching = watch();
    await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) =>
        database.transaction(async (tx) => {
          await tx.execute(insertion(`phantom-${i}`));
          await nextTick();
          throw new IntendedFailure();
        }),
      ),
    );
    done = true;
    await watching;

    expect(dirtyKeys).toEqual([]);
  });
});

describe('a transaction', () => {
  it('keeps none of its changes when it throws, and rethrows the error', async () => {
    const refusal = new IntendedFailure('on purpose');
    const work = database.transaction(async (tx) => {
      await tx.execute(insertion('half-1'));
      await tx.execute(insertion('half-2'));
      throw refusal;
    });

    await expect(work).rejects.toBe(refusal);
    expect(await keysLike('half-')).toEqual([]);
  });

  it('keeps none of its changes when the database refuses a statement', async () => {
    const work = database.transaction(async (tx) => {
      await tx.execute(insertion('refused-1'));
      await tx.execute(insertion('refused-2', -1));
    });

    await expect(work).rejects.toThrow(/sign_in_attempts_failures_check/);
    expect(await keysLike('refused-')).toEqual([]);
  });
});

describe('a transaction that renames a section', () => {
  it('gets its turn before those that write products and began later', async () => {
    const events: string[] = [];
    let endFirst = (): void => undefined;
    const firstMayEnd = new Promise<void>((resolve) => (endFirst = resolve));
    const writeProducts = (name: string, until?: Promise<void>): Promise<void> =>
      database.transaction(async (tx) => {
        await shareSections(tx);
        events.push(name);
        await until;
      });
    const first = writeProducts('first', firstMayEnd);
    await sleep(50);
    const rename = database.transaction(async (tx) => {
      await lockSections(tx, [null]);
      events.push('rename');
    });
    await sleep(50);
    const later = writeProducts('later');
    await sleep(50);
    endFirst();
    await Promise.all([first, rename, later]);
    expect(events).toEqual(['first', 'rename', 'later']);
  });
});

/** SQLite has one writer at a time, so it has no such conflicts. */
const onPostgres = describeIf(ENGINE === 'postgres');

onPostgres('a transaction that PostgreSQL aborts for a retry', () => {
  it('runs again after a deadlock, and both changes are kept', async () => {
    await database.write(insertion('left'));
    await database.write(insertion('right'));
    const arrive = barrier();
    let attempts = 0;
    const inOrder = (keys: readonly [string, string]): Promise<void> =>
      database.transaction(async (tx) => {
        attempts += 1;
        await tx.execute(sql`UPDATE sign_in_attempts SET failures = failures + 1 WHERE key = ${keys[0]}`);
        await arrive();
        await tx.execute(sql`UPDATE sign_in_attempts SET failures = failures + 1 WHERE key = ${keys[1]}`);
      });

    await Promise.all([inOrder(['left', 'right']), inOrder(['right', 'left'])]);

    expect(attempts).toBe(3);
    expect([await failuresOf('left'), await failuresOf('right')]).toEqual([2, 2]);
  });

  it('runs again after a serialization failure', async () => {
    await database.write(insertion('serial'));
    let attempts = 0;
    await database.transaction(async (tx) => {
      attempts += 1;
      await tx.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`);
      const row = await tx.row<{ failures: number }>(
        sql`SELECT failures FROM sign_in_attempts WHERE key = ${'serial'}`,
      );
      if (attempts === 1)
        await database.write(sql`UPDATE sign_in_attempts SET failures = 10 WHERE key = ${'serial'}`);
      await tx.execute(
        sql`UPDATE sign_in_attempts SET failures = ${(row?.failures ?? 0) + 1} WHERE key = ${'serial'}`,
      );
    });

    expect(attempts).toBe(2);
    expect(await failuresOf('serial')).toBe(11);
  });

  it('runs again if it is a single statement', async () => {
    await database.write(insertion('single'));
    // A sequence keeps its value when a transaction rolls back.
    await database.write(sql`CREATE SEQUENCE tries`);
    await database.write(sql`
      DO $$ BEGIN
        UPDATE sign_in_attempts SET failures = failures + 1 WHERE key = 'single';
        IF nextval('tries') < 3 THEN RAISE EXCEPTION 'again' USING ERRCODE = '40P01'; END IF;
      END $$`);
    expect(await failuresOf('single')).toBe(1);
  });

  it('fails after the third attempt and keeps none of its changes', async () => {
    let attempts = 0;
    const work = database.transaction(async (tx) => {
      attempts += 1;
      await tx.execute(insertion('given-up'));
      await tx.execute(sql`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`);
    });

    await expect(work).rejects.toThrow('again');
    expect(attempts).toBe(3);
    expect(await failuresOf('given-up')).toBeUndefined();
  });
});
