import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import { SECOND_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection } from '../factories/catalog.js';
import { fillCart, placeOrder } from '../factories/orders.js';
import { newShopper, signInAdmin } from '../factories/users.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import { measureDuration, sleep } from '../support/servers/processes.js';
import { startServer } from '../support/servers/server.js';
import { describeIf, ENGINE } from '../support/stores/engine.js';
import { STORE_FILE } from '../support/stores/sqlite-files.js';

describeIf(ENGINE === 'sqlite')('a store whose SQLite file another process writes', () => {
  it('answers reads and health at once, writes with 503 at the limit, and orders once it is free', async () => {
    const server = await startServer({ env: { DATABASE_LOCK_TIMEOUT_MS: '1500' } });
    const admin = await signInAdmin(server);
    const { id: sectionId } = await newSection(server, admin);
    const { id: productId } = await newProduct(server, admin, { sectionId });
    const shopper = await newShopper(server);
    await fillCart(server, shopper, { [productId]: 1 });
    const other = new BetterSqlite3(join(server.dataDir, STORE_FILE), { timeout: 5 * SECOND_MS });
    other.exec('BEGIN IMMEDIATE');

    const refused = placeOrder<Problem>(server, shopper, 'refused');
    await sleep(100);
    const paths = ['//health/live', '//health/ready', '/products', '/cart'];
    const answering = measureDuration(async () => {
      for (const path of paths) bodyOf(await server.client.as(shopper).get(path), 200);
    });
    // Waiting in SQLite would keep each of them until the limit.
    expect(await answering).toBeLessThan(1200);
    const { status, headers, body } = await refused;
    expect({ status, code: body.code, retryAfter: headers.get('retry-after') }).toEqual({
      status: 503,
      code: 'database.unavailable',
      retryAfter: '2',
    });

    const waiting = placeOrder(server, shopper, 'waiting');
    await sleep(300);
    other.exec('COMMIT');
    other.close();
    expect((await waiting).status).toBe(201);
    expect(await server.rows('SELECT id FROM orders')).toHaveLength(1);
  });
});
