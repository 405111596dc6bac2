import { DAY_MS } from '../../src/platform/common/durations.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { deleteInBatches, deletionOf, type Deletion } from '../../src/platform/database/delete-in-batches.js';
import { join, sql, type Sql } from '../../src/platform/database/transaction.js';
import { expiredMails } from '../../src/platform/mail/log/clean-up-mails.js';
import { deletionsOf, RETENTION_RULES } from '../../src/platform/retention/retention-rules.js';
import type { RunRetention } from '../../src/platform/retention/run-retention.js';
import { insertProduct } from '../factories/rows.js';
import { openRetentionStore } from '../support/actions/retention.js';
import { columnOf, explain } from '../support/stores/database.js';
import type { TestClock } from '../support/stores/test-clock.js';

let database: Database;
let clock: TestClock;
let cleanUp: RunRetention;
let user: string;

beforeEach(async () => {
  ({ database, clock, cleanUp, user } = await openRetentionStore());
});

describe('RunRetention with many rows', () => {
  /** Inserts `count` rows into each table, of which one in a hundred has expired. */
  async function fill(count: number): Promise<void> {
    const product = await insertProduct(database);
    for (let start = 0; start < count; start += 500) {
      const numbers = Array.from({ length: Math.min(500, count - start) }, (_, i) => start + i);
      const rows = (of: (n: number, at: number) => Sql): Sql =>
        join(numbers.map((n) => of(n, n % 100 === 0 ? 0 : clock.now() + DAY_MS)));
      const ids = numbers.map(() => newId());
      const idOf = (n: number): string => ids[n - start] ?? '';
      await database.transaction(async (tx) => {
        await tx.execute(sql`INSERT INTO sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at)
          VALUES ${rows((n, at) => sql`(${idOf(n)}, ${user}, '', '', 0, 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO refresh_tokens (token_hash, session_id, created_at)
          VALUES ${rows((n) => sql`(${String(n)}, ${idOf(n)}, 0)`)}`);
        await tx.execute(sql`INSERT INTO password_resets (id, token_hash, user_id, created_at, expires_at)
          VALUES ${rows((n, at) => sql`(${newId()}, ${String(n)}, ${user}, 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO email_confirmations (id, user_id, email, email_key, token_hash, created_at, expires_at)
          VALUES ${rows((n, at) => sql`(${newId()}, ${user}, '', '', ${String(n)}, 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO sign_in_attempts (key, failures, blocked_until, last_at)
          VALUES ${rows((n, at) => sql`(${String(n)}, 1, 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO idempotency_keys (user_id, key, body_hash, answer, created_at)
          VALUES ${rows((n, at) => sql`(${user}, ${String(n)}, '', '', ${at})`)}`);
        await tx.execute(sql`INSERT INTO outbox_events (id, type, subject, payload, created_at, completed_at)
          VALUES ${rows((_, at) => sql`(${newId()}, '', '', '{}', 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO reminders (user_id, day, created_at)
          VALUES ${rows((n, at) => sql`(${user}, ${new Date(n * DAY_MS).toISOString().slice(0, 10)}, ${at})`)}`);
        await tx.execute(sql`INSERT INTO monthly_reports (user_id, month, created_at)
          VALUES ${rows((n, at) => sql`(${user}, ${String(n)}, ${at})`)}`);
        await tx.execute(sql`INSERT INTO low_stock_alerts (event_id, product_id, fell_at, hour, mailed_at)
          VALUES ${rows((_, at) => sql`(${newId()}, ${product}, 0, 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO product_wishes (id, term_key, term, wishes, first_at, last_at)
          VALUES ${rows((n, at) => sql`(${idOf(n)}, ${String(n)}, '', 1, 0, ${at})`)}`);
        await tx.execute(sql`INSERT INTO orders (id, number, user_id, status, total, placed_total, currency, address, timestamp)
          VALUES ${rows((n) => sql`(${idOf(n)}, ${String(n)}, ${user}, 'placed', 1000, 1000, 'INR', '{}', 0)`)}`);
        await tx.execute(sql`INSERT INTO order_items
          (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price,
            ordered_quantity, ordered_price)
          VALUES ${rows((n) => sql`(${idOf(n)}, ${idOf(n)}, ${product}, '', 'kg', 4000, 250, 1000, 250, 1000)`)}`);
        await tx.execute(sql`INSERT INTO pick_ticks (item_id, order_id, by_id, at)
          VALUES ${rows((n, at) => sql`(${idOf(n)}, ${idOf(n)}, ${user}, ${at})`)}`);
        await tx.execute(sql`INSERT INTO mails (id, key, kind, address, subject, message_id, created_at, sent_at)
          VALUES ${rows((n, at) => sql`(${idOf(n)}, ${String(n)}, 'low-stock', '', '', '', ${at}, ${at})`)}`);
        await tx.execute(sql`INSERT INTO schedule_runs (schedule, due_at, created_at)
          VALUES ${rows((n, at) => sql`('clean-up', ${at === 0 ? n : at + n}, 0)`)}`);
      });
    }
    await database.write(sql`ANALYZE`);
  }

  /** Indexes that find the expired rows, by table. There are too few schedule runs and stock sheets to need one. */
  const INDEXES: Readonly<Record<string, RegExp>> = {
    sessions: /sessions_expires_at_idx/,
    refresh_tokens: /sessions_expires_at_idx/,
    password_resets: /password_resets_expires_at_idx/,
    email_confirmations: /email_confirmations_expires_at_idx/,
    sign_in_attempts: /sign_in_attempts_last_at_idx/,
    idempotency_keys: /idempotency_keys_created_at_idx/,
    outbox_events: /outbox_events_completed_idx/,
    reminders: /reminders_created_at_idx/,
    monthly_reports: /monthly_reports_created_at_idx/,
    low_stock_alerts: /low_stock_alerts_open_idx/,
    product_wishes: /product_wishes_last_at_idx/,
    pick_ticks: /pick_ticks_at_idx/,
  };

  const deletions = (): Deletion[] => RETENTION_RULES.flatMap((rule) => deletionsOf(rule, clock.now()));

  it('finds expired rows by an index and deletes them in batches', async () => {
    await fill(3000);
    const statements = [
      ...deletions().map((deletion) => ({
        table: deletion.table,
        index: INDEXES[deletion.table],
        statement: deletionOf(deletion, 1000),
      })),
      { table: 'mails', index: /mails_created_at_idx/, statement: expiredMails(clock.now(), 1000) },
    ];
    for (const { table, index, statement } of statements) {
      if (['schedule_runs', 'stock_sheets'].includes(table)) continue;
      const explained = await explain(database, statement);
      expect([table, explained]).toEqual([table, expect.stringMatching(index!)]);
      expect([table, explained]).not.toEqual([
        table,
        expect.stringMatching(/SCAN (?!refresh_tokens EXISTS)/),
      ]);
    }

    const writes = jest.spyOn(database, 'write');
    const keys = deletions().find(({ table }) => table === 'idempotency_keys')!;
    expect(await deleteInBatches(database, keys, 8)).toBe(30);
    expect(writes).toHaveBeenCalledTimes(4);

    expect(await cleanUp.run()).toMatchObject({
      'auth.sessions': 30,
      'orders.pick-ticks': 30,
      'auth.password-resets': 30,
      'users.email-confirmations': 30,
      'users.sign-in-attempts': 30,
      'requests.idempotency-keys': 0,
      'jobs.outbox-events': 30,
      'users.reminders': 30,
      'reports.monthly-reports': 30,
      'catalog.low-stock-alerts': 30,
      'jobs.schedule-runs': 30,
      'mail.mails': 30,
    });
    expect(await columnOf(database, 'refresh_tokens', 'token_hash')).toHaveLength(2970);
  });

  it('deletes each row once when several runs are concurrent', async () => {
    await fill(2000);
    const runs = await Promise.all([cleanUp.run(), cleanUp.run(), cleanUp.run()]);
    expect(runs.reduce((all, counts) => all + (counts['jobs.outbox-events'] ?? 0), 0)).toBe(20);
    expect(await columnOf(database, 'sessions', 'id')).toHaveLength(1980);
  });
});
