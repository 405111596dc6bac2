import { createServer, request as plainRequest } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { dayInTimeZone, startOfDay } from '../../src/platform/calendar/store-day.js';
import { ChatWebhook } from '../../src/platform/chat/chat-webhook.js';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../src/platform/common/durations.js';
import { newId } from '../../src/platform/common/id.js';
import type { Config } from '../../src/platform/config/config.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { EnqueueReminders } from '../../src/users/reminders/enqueue-reminders.js';
import { SendDailyReminder } from '../../src/users/reminders/send-daily-reminder.js';
import { insertOrder, insertProduct, insertUser } from '../factories/rows.js';
import { createMailServices } from '../support/clients/mail-services.js';
import { Mailbox } from '../support/clients/mailbox.js';
import { BreakingOutbox } from '../support/stores/breaking-outbox.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';
import { afterFile } from '../support/stores/engine.js';
import { TestClock } from '../support/stores/test-clock.js';

const TIME_ZONE = 'Asia/Kolkata';

let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
});

/**
 * Runs the reminders of a day at 18:00 in the store's time zone. Returns the number of reminders that it enqueued.
 */
function run(day: string, config: Config = testConfig()): Promise<number> {
  const dueAt = startOfDay(day, config.store.timeZone) + 18 * HOUR_MS;
  return new EnqueueReminders(config, database, new Outbox(new TestClock(dueAt))).run(day, dueAt);
}

/**
 * Runs the reminders of a day. Returns the users whose reminder of that day was enqueued by this run or an earlier
 * one.
 */
async function remind(day: string, config?: Config): Promise<string[]> {
  await run(day, config);
  return remindersOn(day);
}

/** Returns the users reminded on a day according to the events, which must match the reminders table. */
async function remindersOn(day: string): Promise<string[]> {
  const events = await database.read.rows<{ payload: string }>(
    sql`SELECT payload FROM outbox_events WHERE type = 'users.reminder-due'`,
  );
  const notified = events
    .map(({ payload }) => JSON.parse(payload) as { userId: string; day: string })
    .filter((event) => event.day === day)
    .map(({ userId }) => userId);
  const rows = await database.read.rows<{ id: string }>(
    sql`SELECT user_id AS id FROM reminders WHERE day = ${day}`,
  );
  expect([...notified].sort()).toEqual(rows.map(({ id }) => id).sort());
  return notified;
}

async function visit(userId: string, at: number, timeZone = TIME_ZONE): Promise<void> {
  await database.write(sql`UPDATE users SET last_activity = ${at} WHERE id = ${userId}`);
  await database.write(sql`
    INSERT INTO activity_days (user_id, day) VALUES (${userId}, ${dayInTimeZone(at, timeZone)})
    ON CONFLICT (user_id, day) DO NOTHING`);
}

const at = (day: string, hour: number, timeZone = TIME_ZONE): number =>
  startOfDay(day, timeZone) + hour * HOUR_MS;

describe('EnqueueReminders', () => {
  it('reminds users who neither visited on the day nor ordered', async () => {
    const inactive = await insertUser(database);
    const yesterday = await insertUser(database);
    await visit(yesterday, at('2026-05-31', 23.9));
    const today = await insertUser(database);
    await visit(today, at('2026-06-01', 0));
    const ordered = await insertUser(database);
    await insertOrder(database, {
      userId: ordered,
      productId: await insertProduct(database),
      timestamp: at('2026-06-01', 9),
    });
    expect((await remind('2026-06-01')).sort()).toEqual([inactive, yesterday].sort());
  });

  it('reminds only approved shoppers who have not opted out', async () => {
    await insertUser(database, { role: 'store_manager' });
    await insertUser(database, { role: 'admin' });
    await insertUser(database, { status: 'suspended' });
    await insertUser(database, { createdAt: at('2026-06-01', 8) });
    const optedOut = await insertUser(database);
    await database.write(sql`UPDATE users SET daily_reminder = ${false} WHERE id = ${optedOut}`);
    expect(await remind('2026-06-01')).toEqual([]);
  });

  it('reminds a user who never reacts once a week', async () => {
    const inactive = await insertUser(database);
    const days = Array.from({ length: 15 }, (_, i) => `2026-06-${String(i + 1).padStart(2, '0')}`);
    const reminded: string[] = [];
    for (const day of days) if ((await remind(day)).includes(inactive)) reminded.push(day);
    expect(reminded).toEqual(['2026-06-01', '2026-06-08', '2026-06-15']);
  });

  it('reminds a user who reacts on each day without a visit', async () => {
    const shopper = await insertUser(database);
    const buyer = await insertUser(database);
    const productId = await insertProduct(database);
    expect(await remind('2026-06-01')).toHaveLength(2);
    await visit(shopper, at('2026-06-01', 20));
    await insertOrder(database, { userId: buyer, productId, timestamp: at('2026-06-02', 9) });
    expect(await remind('2026-06-02')).toEqual([shopper]);
    expect(await remind('2026-06-03')).toEqual([buyer]);
    await visit(shopper, at('2026-06-04', 9));
    expect(await remind('2026-06-04')).toEqual([]);
    expect(await remind('2026-06-05')).toEqual([shopper]);
    expect(await remind('2026-06-06')).toEqual([]);
  });

  it.each([
    ['2026-03-08', 23],
    ['2026-11-01', 25],
  ])('uses the days of the store’s time zone, also on %s, which has %d hours', async (day, hours) => {
    const config = testConfig({ STORE_TIME_ZONE: 'America/New_York' });
    const zone = config.store.timeZone;
    const [first, last, next, before] = await Promise.all(
      Array.from({ length: 4 }, () => insertUser(database)),
    );
    await visit(first!, startOfDay(day, zone), zone);
    await visit(last!, startOfDay(day, zone) + hours * HOUR_MS - 1, zone);
    await visit(before!, startOfDay(day, zone) - 1, zone);
    expect(dayInTimeZone(startOfDay(day, zone) + hours * HOUR_MS, zone)).not.toBe(day);
    expect((await remind(day, config)).sort()).toEqual([next, before].sort());
  });

  it('reminds once when it runs three times concurrently and again later', async () => {
    const shoppers = await Promise.all(Array.from({ length: 30 }, () => insertUser(database)));
    const enqueued = await Promise.all([run('2026-06-01'), run('2026-06-01'), run('2026-06-01')]);
    expect(enqueued.reduce((sum, count) => sum + count)).toBe(30);
    expect((await remind('2026-06-01')).sort()).toEqual([...shoppers].sort());
  });

  it('reminds every one of many users after a run that failed midway', async () => {
    await manyUsers(2300);
    const config = testConfig();
    const dueAt = at('2026-06-01', 18);
    const broken = new EnqueueReminders(config, database, new BreakingOutbox(new TestClock(dueAt)));
    await expect(broken.run('2026-06-01', dueAt)).rejects.toThrow('simulated power failure');
    expect(await remindersOn('2026-06-01')).toHaveLength(400);
    const reminded = await remind('2026-06-01');
    expect(reminded).toHaveLength(2300);
    expect(new Set(reminded).size).toBe(2300);
  });
});

async function manyUsers(count: number): Promise<void> {
  for (let made = 0; made < count; made += 100) {
    await database.transaction(async (tx) => {
      for (let i = 0; i < 100; i++) {
        const id = newId();
        await tx.execute(sql`
          INSERT INTO users (id, username, username_key, email, email_key, email_confirmed_at, display_name, password_hash, role, status, locale, created_at)
          VALUES (${id}, ${id}, ${id}, ${id}, ${id}, 0, ${id}, '-', 'user', 'approved', 'en-IN', 0)`);
      }
    });
  }
}

describe('SendDailyReminder', () => {
  const DUE = '2026-06-01';

  async function openReminders(
    status = 200,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<{
    mailbox: Mailbox;
    posts: string[];
    send: (userId: string) => Promise<void>;
  }> {
    const posts: string[] = [];
    const chat = createServer((incoming, response) => {
      void text(incoming).then((body) => {
        posts.push(body);
        response.writeHead(status).end();
      });
    }).listen(0, '127.0.0.1');
    await once(chat, 'listening');
    afterFile(async () => void chat.close());
    const { port } = chat.address() as AddressInfo;
    const mailbox = await Mailbox.open();
    const { config, templates, deliverOnce, mailer } = createMailServices(
      database,
      mailbox.url,
      testConfig(settings),
    );
    const webhook = new ChatWebhook({
      request: ((options: object, done: never) => plainRequest({ ...options, port }, done)) as never,
      isAllowed: () => true,
      lookup: ((_host: string, _options: object, done: (error: null, found: object[]) => void) =>
        done(null, [{ address: '127.0.0.1', family: 4 }])) as never,
      timeout: 2 * SECOND_MS,
    });
    const action = new SendDailyReminder(config, database, mailer, templates, deliverOnce, webhook);
    return { mailbox, posts, send: (userId) => action.run({ userId, day: DUE }) };
  }

  async function shopper({ chat = true, locale = 'en-IN' } = {}): Promise<string> {
    const userId = await insertUser(database, { locale });
    if (chat) {
      await database.write(
        sql`UPDATE users SET chat_webhook = 'https://chat.example.com/hook?token=secret' WHERE id = ${userId}`,
      );
    }
    return userId;
  }

  it('sends one mail and one chat message', async () => {
    const { mailbox, posts, send } = await openReminders();
    const userId = await shopper({ locale: 'hi-IN' });
    await database.write(sql`
      INSERT INTO cart_items (user_id, product_id, quantity, rate_seen, added_at)
      VALUES (${userId}, ${await insertProduct(database)}, 1000, 1, 1)`);
    await Promise.allSettled([send(userId), send(userId), send(userId)]);
    await send(userId);
    expect(mailbox.mails).toHaveLength(1);
    expect(mailbox.mails[0]!.parsed.text).toContain('आपकी टोकरी में 1 चीज़ रखी है।');
    expect(posts.map((post) => JSON.parse(post) as object)).toEqual([
      { text: '*Green Basket*: आज आप यहाँ नहीं आए। घर पर कुछ चाहिए? <https://shop.example.com/|दुकान खोलें>' },
    ]);
    const stored = await database.read.rows<{ kind: string; address: string }>(
      sql`SELECT kind, address FROM mails ORDER BY kind`,
    );
    expect(stored.map(({ kind }) => kind)).toEqual(['daily-reminder', 'daily-reminder-chat']);
    expect(stored[1]!.address).toBe('chat.example.com');
  });

  it('sends the mail when the chat fails, and the chat message on a retry', async () => {
    const failing = await openReminders(503);
    const userId = await shopper();
    await expect(failing.send(userId)).rejects.toThrow('503');
    expect(failing.mailbox.mails).toHaveLength(1);
    const repaired = await openReminders();
    await repaired.send(userId);
    expect([repaired.mailbox.mails.length, repaired.posts.length]).toEqual([0, 1]);
  });

  it.each([
    [{ MAIL: 'off' }, 'mail-off'],
    [{ MAIL_ALLOW: 'elsewhere.in, chat.example.com' }, 'not-allowed'],
  ])('holds back mail and chat message with %p', async (settings, reason) => {
    const { mailbox, posts, send } = await openReminders(200, settings);
    await send(await shopper());
    expect([mailbox.mails.length, posts.length]).toEqual([0, 0]);
    const stored = await database.read.rows<{ kind: string; reason: string }>(
      sql`SELECT kind, held_reason AS reason FROM mails ORDER BY kind`,
    );
    expect(stored).toEqual([
      { kind: 'daily-reminder', reason },
      { kind: 'daily-reminder-chat', reason },
    ]);
  });

  it('posts to the chat of a shopper whose address is allowed', async () => {
    const { mailbox, posts, send } = await openReminders(200, { MAIL_ALLOW: 'example.com' });
    await send(await shopper());
    expect([mailbox.mails.length, posts.length]).toEqual([1, 1]);
  });

  it('skips users who have visited in the meantime, are suspended, or have opted out', async () => {
    const { mailbox, posts, send } = await openReminders();
    const visitor = await shopper();
    await visit(visitor, at(DUE, 18.5));
    const suspended = await shopper();
    await database.write(sql`UPDATE users SET status = 'suspended' WHERE id = ${suspended}`);
    const optedOut = await shopper();
    await database.write(sql`UPDATE users SET daily_reminder = ${false} WHERE id = ${optedOut}`);
    for (const userId of [visitor, suspended, optedOut, newId()]) await send(userId);
    expect([mailbox.mails.length, posts.length]).toEqual([0, 0]);
  });

  it('skips a user who has visited since the day of the reminder', async () => {
    const { mailbox, send } = await openReminders();
    const visitor = await shopper();
    await visit(visitor, at(DUE, 18) + DAY_MS);
    await send(visitor);
    expect(mailbox.mails).toEqual([]);
  });
});
