import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { AccessTokenStrategy } from '../../src/auth/guards/access-token.strategy.js';
import type { AuthenticatedUser } from '../../src/platform/access/authenticated-user.js';
import { newId } from '../../src/platform/common/id.js';
import { Idempotency } from '../../src/platform/idempotency/idempotency.js';
import { KEY_ERRORS } from '../../src/platform/idempotency/attempt.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { insertUser } from '../factories/rows.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createOrderServices } from '../support/stores/order-services.js';
import { TestClock } from '../support/stores/test-clock.js';

const ADDRESS = { name: 'A', phone: '+91 98450 12345', line1: '1', city: 'Bengaluru', postalCode: '560004' };

it('sends at most 27 statements for a checkout of three lines to a new address, including BEGIN, COMMIT, limits and user look-ups', async () => {
  const database = await openTestDatabase();
  const shop = shopOn(database);
  const shopper = await newShopper(database);
  const products = await newProducts(database, 3);
  // Carts show the charges of a process that has read them already.
  await shop.cart.view([]);
  const sent = recordStatements();

  for (const product of products) {
    await shop.lookUp(shopper);
    await shop.cart.setItem(shopper.id, product, { quantity: 1 });
  }
  await shop.lookUp(shopper);
  const order = await shop.order(shopper);

  const statements = sent();
  expect(order.items).toHaveLength(3);
  expect(statements.filter((statement) => /^\s*(BEGIN|COMMIT)/.test(statement))).toHaveLength(2);
  expect(statements.length).toBeLessThanOrEqual(27);
});

function shopOn(database: Database) {
  const clock = new TestClock();
  const { cart, config, placeOrder } = createOrderServices(database, clock);
  const guard = new AccessTokenStrategy(config, database, clock);
  const idempotency = new Idempotency(database, clock);
  return {
    cart,
    /** Places an order as a request with an Idempotency-Key does. */
    order: (shopper: AuthenticatedUser) =>
      idempotency.run(
        { userId: shopper.id, key: newId(), operation: 'POST /orders', bodyHash: '', errors: KEY_ERRORS },
        () => placeOrder.run(shopper, { address: ADDRESS }),
      ),
    lookUp: async ({ id, sessionId }: AuthenticatedUser) => {
      const request = { id: 'test' } as Parameters<AccessTokenStrategy['validate']>[0];
      const user = await guard.validate(request, { sub: id, sid: sessionId, ver: 0, typ: 'access' });
      expect(user?.id).toBe(id);
    },
  };
}

async function newShopper(database: Database): Promise<AuthenticatedUser> {
  const id = await insertUser(database, { username: 'asha' });
  const sessionId = newId();
  await database.write(sql`
    INSERT INTO sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at)
    VALUES (${sessionId}, ${id}, '', '', 0, 0, ${Number.MAX_SAFE_INTEGER})`);
  return { id, username: 'asha', role: 'user', sessionId, requestId: 'test' };
}

async function newProducts(database: Database, count: number): Promise<string[]> {
  const sectionId = newId();
  await database.write(sql`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES (${sectionId}, 'S', 's', 's', '', 1, 0)`);
  const ids = Array.from({ length: count }, newId);
  for (const id of ids) {
    await database.write(sql`
      INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit,
                            quantity_available, quantity_step, published, created_at)
      VALUES (${id}, ${sectionId}, ${id}, ${id}, ${id}, '', '', 'kg', 4000, 100000, 250, ${true}, 0)`);
  }
  return ids;
}

/** Records the statements that TypeORM sends from now on. */
function recordStatements(): () => string[] {
  const spies = [BetterSqlite3QueryRunner.prototype, PostgresQueryRunner.prototype].map((runner) =>
    jest.spyOn(runner, 'query'),
  );
  return () => spies.flatMap((spy) => spy.mock.calls.map(([statement]) => statement));
}
