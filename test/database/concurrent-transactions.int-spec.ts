import type { Database } from '../../src/platform/database/database.js';
import { sql, type Transaction } from '../../src/platform/database/transaction.js';
import { openTestDatabase } from '../support/stores/database.js';
import { describeWhere, ENGINE } from '../support/stores/engine.js';

class Refused extends Error {}

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

/** Any small table will do: this one refers to no other. */
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

const moment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets each of two parties wait until the other has come as far, once. */
function meeting(): () => Promise<void> {
  let come = 0;
  let open: () => void;
  const gate = new Promise<void>((resolve) => (open = resolve));
  return () => {
    come += 1;
    if (come >= 2) open();
    return gate;
  };
}

describe('a write that was answered with success', () => {
  it('is kept, while the transactions of others roll back all around it', async () => {
    const acknowledged: string[] = [];
    const rolledBack = async (key: string): Promise<void> => {
      const work = database.transaction(async (tx) => {
        await tx.execute(insertion(key));
        await moment();
        throw new Refused();
      });
      await expect(work).rejects.toBeInstanceOf(Refused);
    };
    const written = async (key: string): Promise<void> => {
      await database.write(insertion(key));
      acknowledged.push(key);
    };
    const committed = async (key: string): Promise<void> => {
      await database.transaction(async (tx) => {
        await tx.execute(insertion(key));
        await moment();
      });
      acknowledged.push(key);
    };

    const kinds = [rolledBack, written, committed];
    const oneAfterAnother = async (i: number): Promise<void> => {
      // Most come while the transaction of somebody else is open.
      for (let waited = 0; waited < i; waited++) await moment();
      await kinds[i % 3]?.(`bystander-${i}`);
    };
    await Promise.all(Array.from({ length: 300 }, (_, i) => oneAfterAnother(i)));

    expect(acknowledged).toHaveLength(200);
    expect(await keysLike('bystander-')).toEqual([...acknowledged].sort());
  });

  it('is kept where the single statement of another fails beside it', async () => {
    await database.write(insertion('taken'));
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) => database.write(insertion(i % 2 === 0 ? 'taken' : `beside-${i}`))),
    );

    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(50);
    expect(await keysLike('beside-')).toHaveLength(50);
  });

  it('is one of a sum to which all have added: no update is lost', async () => {
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

describe('a reader', () => {
  it('sees a row when it is committed, and not before', async () => {
    await database.transaction(async (tx) => {
      await tx.execute(insertion('unseen'));
      expect(await failuresOf('unseen')).toBeUndefined();
    });
    expect(await failuresOf('unseen')).toBe(0);
  });

  it('never sees a row of a transaction that rolls back', async () => {
    let done = false;
    const seen: string[] = [];
    const watch = async (): Promise<void> => {
      while (!done) {
        seen.push(...(await keysLike('phantom-')));
        await moment();
      }
    };
    const watching = watch();
    await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) =>
        database.transaction(async (tx) => {
          await tx.execute(insertion(`phantom-${i}`));
          await moment();
          throw new Refused();
        }),
      ),
    );
    done = true;
    await watching;

    expect(seen).toEqual([]);
  });
});

describe('a transaction', () => {
  it('keeps nothing of its work where it throws, and tells the error that was thrown', async () => {
    const refusal = new Refused('on purpose');
    const work = database.transaction(async (tx) => {
      await tx.execute(insertion('half-1'));
      await tx.execute(insertion('half-2'));
      throw refusal;
    });

    await expect(work).rejects.toBe(refusal);
    expect(await keysLike('half-')).toEqual([]);
  });

  it('keeps nothing of its work where the database refuses a statement', async () => {
    const work = database.transaction(async (tx) => {
      await tx.execute(insertion('refused-1'));
      await tx.execute(insertion('refused-2', -1));
    });

    await expect(work).rejects.toThrow(/sign_in_attempts_failures_check/);
    expect(await keysLike('refused-')).toEqual([]);
  });
});

/** SQLite has one writer at a time: there, none of this can happen. */
const onPostgres = describeWhere(ENGINE === 'postgres');

onPostgres('a transaction that PostgreSQL asks to run again', () => {
  it('runs again after a deadlock, and both are kept', async () => {
    await database.write(insertion('left'));
    await database.write(insertion('right'));
    const meet = meeting();
    let attempts = 0;
    const inOrder = (keys: readonly [string, string]): Promise<void> =>
      database.transaction(async (tx) => {
        attempts += 1;
        await tx.execute(sql`UPDATE sign_in_attempts SET failures = failures + 1 WHERE key = ${keys[0]}`);
        await meet();
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

  it('runs again also where it is a single statement', async () => {
    await database.write(insertion('single'));
    // A sequence counts on, whatever is rolled back.
    await database.write(sql`CREATE SEQUENCE tries`);
    await database.write(sql`
      DO $$ BEGIN
        UPDATE sign_in_attempts SET failures = failures + 1 WHERE key = 'single';
        IF nextval('tries') < 3 THEN RAISE EXCEPTION 'again' USING ERRCODE = '40P01'; END IF;
      END $$`);
    expect(await failuresOf('single')).toBe(1);
  });

  it('is given up after the third time, and nothing of it is kept', async () => {
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
