/*
 * The floor under an export: the same statement, from the driver's cursor to a file, with commas between the values
 * and no other processing. EXPORT is JSON: {dataDir, databaseUrl?}.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { measureWork } from '../lib/measure-work.mjs';
import { reportReady } from '../lib/processes/ready-line.mjs';

const STATEMENT = `
  SELECT o.id, o.number, o.timestamp, o.status, o.user_id, u.username, o.total, o.currency,
         i.id AS line_id, i.product_id, i.product_name, i.unit_type, i.rate_per_unit, i.quantity, i.price
  FROM orders o JOIN users u ON u.id = o.user_id JOIN order_items i ON i.order_id = o.id
  ORDER BY o.timestamp DESC, o.id DESC, i.product_id`;

const CHUNK = 64 * 1024;

const { dataDir, databaseUrl } = JSON.parse(process.env.EXPORT);
const metrics = await measureWork(async () => {
  const file = createWriteStream(join(dataDir, 'floor-export.csv'));
  let rows = 0;
  let text = '';
  for await (const row of databaseUrl === undefined ? sqliteRows() : postgresRows()) {
    rows += 1;
    text += `${Object.values(row).join(',')}\r\n`;
    if (text.length < CHUNK) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await finished(file);
  return rows;
});
reportReady(metrics);

/** Returns the driver's own iterator, which `for await` accepts. */
function sqliteRows() {
  return new BetterSqlite3(join(dataDir, 'store.sqlite'), { readonly: true }).prepare(STATEMENT).iterate();
}

async function* postgresRows() {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query(`DECLARE lines NO SCROLL CURSOR FOR ${STATEMENT}`);
  for (;;) {
    const { rows } = await client.query('FETCH 500 FROM lines');
    if (rows.length === 0) break;
    yield* rows;
  }
  await client.end();
}
