import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DocumentRush } from '../support/actions/document-rush.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { seededRandom } from '../support/attacks/random.js';
import { inScope } from '../support/scope.js';
import { NO_BACKGROUND_JOBS, startServer, type ServerProcess } from '../support/servers/server.js';
import { createStoreLocation, ENGINE } from '../support/stores/engine.js';

const [ORDERS, KILLS] = inScope({
  essential: [60, 3],
  all: ENGINE === 'postgres' ? [500, 20] : [100, 5],
});

interface DocumentRow {
  readonly id: string;
  readonly orderId: string;
  readonly kind: string;
  readonly series: string;
  readonly seq: number;
  readonly number: string;
  readonly issuedAt: number;
  readonly creditsId: string | null;
  readonly content: string;
  readonly sha256: string;
  readonly previousSha256: string;
}

interface SeriesRow {
  readonly series: string;
  readonly next: number;
  readonly lastSha256: string;
}

/** Starts two processes of a store, or one on SQLite. */
async function startProcesses(): Promise<ServerProcess[]> {
  const location = await createStoreLocation();
  const folders = ENGINE === 'postgres' ? ['api-1', 'api-2'] : ['.'];
  const servers: ServerProcess[] = [];
  for (const folder of folders) {
    const dataDir = join(location.dataDir, folder);
    await mkdir(dataDir, { recursive: true });
    servers.push(await startServer({ location: { ...location, dataDir }, env: NO_BACKGROUND_JOBS }));
  }
  return servers;
}

function documentsOf(server: ServerProcess): Promise<DocumentRow[]> {
  return server.rows(`
    SELECT id, order_id AS "orderId", kind, series, seq, number, issued_at AS "issuedAt", credits_id AS "creditsId", content,
      sha256, previous_sha256 AS "previousSha256"
    FROM documents ORDER BY series, seq`);
}

/** Expects that a series has the numbers from 1, in the order of time, each with the hash of the one before. */
function expectUnbroken(documents: readonly DocumentRow[], { next, lastSha256 }: SeriesRow): void {
  let previous = { sha256: '', issuedAt: 0 };
  for (const [i, document] of documents.entries()) {
    const { seq, number, issuedAt, content, sha256, previousSha256 } = document;
    expect([number, seq, issuedAt >= previous.issuedAt]).toEqual([number, i + 1, true]);
    const hash = createHash('sha256').update(`${previous.sha256}\n${content}`).digest('hex');
    expect([number, sha256, previousSha256]).toEqual([number, hash, previous.sha256]);
    expect(JSON.parse(content)).toMatchObject({ number });
    previous = document;
  }
  expect([next, lastSha256]).toEqual([documents.length + 1, previous.sha256]);
}

/** Expects that an order is out with one document that holds, and that all earlier ones were reversed. */
function expectOneOpen(documents: readonly DocumentRow[]): void {
  const notes = documents.filter(({ kind }) => kind === 'credit_note');
  const sales = documents.filter(({ kind }) => kind !== 'credit_note');
  const open = sales.filter(({ id }) => notes.every(({ creditsId }) => creditsId !== id));
  expect([open.length, notes.length]).toEqual([1, sales.length - 1]);
}

it(`numbers the documents of ${ORDERS} orders without a gap, each once, although processes are killed ${KILLS} times`, async () => {
  const servers = await startProcesses();
  const [server] = servers as [ServerProcess];
  const rush = await DocumentRush.prepare(servers, ORDERS, seededRandom(Date.now()));
  await rush.run(KILLS);
  // Otherwise no process was killed at work, and the test proves nothing.
  expect(rush.interrupted).toBeGreaterThan(KILLS);

  const statuses = await server.rows('SELECT status, count(*) AS orders FROM orders GROUP BY status');
  expect(statuses).toEqual([{ status: 'out_for_delivery', orders: ORDERS }]);
  const documents = await documentsOf(server);
  for (const id of rush.orderIds) expectOneOpen(documents.filter(({ orderId }) => orderId === id));
  const allSeries = await server.rows<SeriesRow>(
    'SELECT series, next, last_sha256 AS "lastSha256" FROM document_series ORDER BY series',
  );
  expect(allSeries.map(({ series }) => series)).toEqual(['BOS', 'CN', 'ICB', 'INV']);
  for (const one of allSeries)
    expectUnbroken(
      documents.filter(({ series }) => series === one.series),
      one,
    );
  expect(documents.filter(({ kind }) => kind === 'credit_note').length).toBeGreaterThanOrEqual(rush.undone);
  await expectBalancedBooks(server, rush.admin);
  if (ENGINE === 'postgres') await expectNoDeadlocks(server);
});

/** Expects that no requests waited for each other in a circle: the store repeats what fails so, which hides it. */
async function expectNoDeadlocks(server: ServerProcess): Promise<void> {
  const statement = 'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()';
  expect(await server.rows(statement)).toEqual([{ deadlocks: 0 }]);
}
