import fs from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { TaskInProgress } from '../../src/platform/background-tasks/task-leases.js';
import { HOUR_MS, SECOND_MS } from '../../src/platform/common/durations.js';
import type { DomainError } from '../../src/platform/common/errors/domain-error.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { raw, sql } from '../../src/platform/database/transaction.js';
import { EXPORT_KINDS } from '../../src/platform/exports/export-kinds.js';
import { EXPORTS } from '../../src/platform/exports/export-task.js';
import type { CreateExportBody } from '../../src/platform/exports/exports.dto.js';
import { LINES_PER_ORDER, insertOrderLines, CSV_UNSAFE_NAMES } from '../factories/bulk/orders.js';
import { createExportServices, staffUser, type ExportServices } from '../support/actions/exports.js';
import { sleep } from '../support/servers/processes.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createStoreLocation } from '../support/stores/engine.js';
import { TestClock } from '../support/stores/test-clock.js';

const LINES = 30_000;

let database: Database;
let dataDir: string;
let owner: ReturnType<typeof staffUser>;
let exportServices: ExportServices;
const clock = new TestClock();

beforeAll(async () => {
  const location = await createStoreLocation();
  dataDir = location.dataDir;
  database = await openTestDatabase(location);
  owner = staffUser(await insertOrderLines(database, LINES));
  exportServices = createExportServices(database, dataDir, clock);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await database.write(sql`DELETE FROM exports`);
  await exportServices.expiry.run(EXPORTS, clock.now());
});

const requestExport = (body: Partial<CreateExportBody> = {}): Promise<string> =>
  exportServices.request.run(owner, { kind: 'order-lines', ...body });

async function runExport(body: Partial<CreateExportBody> = {}): Promise<string> {
  const id = await requestExport(body);
  await exportServices.run.run(id);
  return id;
}

async function contentOf(id: string): Promise<string> {
  const { stream, bytes } = await exportServices.service.file(owner, id);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const content = Buffer.concat(chunks);
  expect(content.length).toBe(bytes);
  return content.toString();
}

const files = (): Promise<string[]> => readdir(join(dataDir, 'exports'));

describe('an export file', () => {
  it('follows RFC 4180, contains all rows, and has a stable order', async () => {
    const content = await contentOf(await runExport());
    const rows: Record<string, string>[] = parse(content, { columns: true, record_delimiter: '\r\n' });

    expect(rows).toHaveLength(LINES);
    expect(new Set(rows.map((row) => row['id'])).size).toBe(LINES);
    expect(rows[0]).toEqual({
      orderId: expect.stringContaining('-8001-') as string,
      orderNumber: `N-${LINES / LINES_PER_ORDER - 1}`,
      timestamp: new Date(1767225600000 + LINES / LINES_PER_ORDER - 1).toISOString(),
      status: 'placed',
      userId: owner.id,
      username: 'asha',
      id: expect.stringContaining('-8002-') as string,
      productId: expect.any(String) as string,
      productName: 'Tomatoes',
      unitType: 'kg',
      'ratePerUnit (INR)': '40.00',
      quantity: '1.25',
      'price (INR)': '50.00',
      currency: 'INR',
    });
    const harmless = CSV_UNSAFE_NAMES.map((name) => (/^[=+\-@\t\r]/.test(name) ? `'${name}` : name));
    expect(rows.slice(0, CSV_UNSAFE_NAMES.length).map((row) => row['productName'])).toEqual(harmless);
    expect(await contentOf(await runExport())).toBe(content);
  });

  it('begins with a byte order mark on request, and is readable by its owner only', async () => {
    const id = await runExport({ withBom: true });
    const content = await contentOf(id);
    expect(content.startsWith('\uFEFForderId,orderNumber,')).toBe(true);
    expect((await contentOf(await runExport())).startsWith('orderId,')).toBe(true);
    const [file = ''] = (await files()).filter((name) => name.startsWith(id));
    expect((await stat(join(dataDir, 'exports', file))).mode & 0o777).toBe(0o600);
  });

  it('contains the rows that its parameters select', async () => {
    const [from, to] = ['2026-01-01T00:00:00.010Z', '2026-01-01T00:00:00.020Z'];
    const rows: Record<string, string>[] = parse(
      await contentOf(await runExport({ kind: 'orders', parameters: { from, to, sort: 'oldest' } })),
      { columns: true },
    );
    expect(rows.map((row) => row['number'])).toEqual(Array.from({ length: 10 }, (_, i) => `N-${i + 10}`));
    expect(rows[0]).toMatchObject({ lines: '10', 'total (INR)': '500.00', phone: "'+91" });
  });

  it.each(['products', 'stock-movements', 'price-history', 'orders', 'users'] as const)(
    'can contain %s',
    async (kind) => {
      const admin = staffUser(owner.id, 'admin');
      const id = await exportServices.request.run(admin, { kind });
      await exportServices.run.run(id);
      const table = kind.replace('-', '_');
      const count = await database.read.row<{ total: number }>(
        sql`SELECT count(*) AS total FROM ${raw(table)}`,
      );
      const view = await exportServices.service.view(admin, id);
      expect(view).toMatchObject({
        status: 'done',
        error: null,
        rowsDone: count?.total,
        rowsTotal: count?.total,
      });
      const { stream } = await exportServices.service.file(admin, id);
      stream.destroy();
    },
  );
});

describe('an export', () => {
  it.each(EXPORT_KINDS)('has a source for the kind %s', (kind) => {
    expect(exportServices.sources.of(kind).roles).toContain('admin');
  });

  it('is refused with unknown parameters, or if the role may not have its kind', async () => {
    await expect(requestExport({ parameters: { colour: 'red' } })).rejects.toMatchObject({
      parameters: { errors: [{ field: 'parameters.colour', code: 'field.unknown' }] },
    });
    await expect(requestExport({ kind: 'users' })).rejects.toMatchObject({ code: 'exports.not-allowed' });
  });

  it('is limited to five at a time, also for concurrent requests', async () => {
    const responses = await Promise.allSettled(Array.from({ length: 8 }, () => requestExport()));
    const refused = responses.flatMap((response) =>
      response.status === 'rejected' ? [response.reason as DomainError] : [],
    );
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'exports.too-many'));
  });

  it('is visible to its owner and to admins only', async () => {
    const id = await runExport();
    const another = staffUser(newId());
    await expect(exportServices.service.view(another, id)).rejects.toMatchObject({
      code: 'exports.not-found',
    });
    await expect(exportServices.service.file(another, id)).rejects.toMatchObject({
      code: 'exports.not-found',
    });
    await expect(exportServices.service.remove(another, id)).rejects.toMatchObject({
      code: 'exports.not-found',
    });
    expect((await exportServices.service.view(staffUser(newId(), 'admin'), id)).ownerName).toBe('asha');
  });

  it('is hidden from a former admin if only admins may have it', async () => {
    const id = await exportServices.request.run(staffUser(owner.id, 'admin'), { kind: 'users' });
    await exportServices.run.run(id);
    await expect(exportServices.service.file(owner, id)).rejects.toMatchObject({ code: 'exports.not-found' });
  });

  it('has no file before it is done, and none after one day', async () => {
    const pending = await requestExport();
    await expect(exportServices.service.file(owner, pending)).rejects.toMatchObject({
      code: 'exports.no-file',
    });
    const id = await runExport();
    clock.advance(24 * HOUR_MS);
    await expect(exportServices.service.file(owner, id)).rejects.toMatchObject({ code: 'exports.no-file' });
    await exportServices.expiry.run(EXPORTS, clock.now());
    expect((await exportServices.service.view(owner, id)).status).toBe('expired');
    expect(await files()).toEqual([]);
  });

  it('is deleted with its file', async () => {
    const id = await runExport();
    await exportServices.service.remove(owner, id);
    await expect(exportServices.service.view(owner, id)).rejects.toMatchObject({ code: 'exports.not-found' });
    expect(await files()).toEqual([]);
  });
});

describe('an export worker', () => {
  it('writes one file, however often and concurrently it is started', async () => {
    const id = await requestExport();
    const responses = await Promise.allSettled(Array.from({ length: 4 }, () => exportServices.run.run(id)));
    const refused = responses.filter((response) => response.status === 'rejected');
    expect(refused.map((response) => (response.reason as Error).constructor)).toEqual([
      TaskInProgress,
      TaskInProgress,
      TaskInProgress,
    ]);
    await exportServices.run.run(id);
    expect(await files()).toEqual([`${id}-1.csv`]);
  });

  it('stops when the export is cancelled midway, and leaves no file', async () => {
    const id = await requestExport();
    const tick = jest.spyOn(performance, 'now');
    let passed = 0;
    // Time advances fast, so that a heartbeat is due after each batch.
    tick.mockImplementation(() => (passed += 1000));
    const running = exportServices.run.run(id);
    while ((await exportServices.service.view(owner, id)).rowsDone === 0) await sleep(1);
    await exportServices.service.remove(owner, id);
    await running;
    expect(await exportServices.service.view(owner, id)).toMatchObject({ status: 'cancelled', bytes: null });
    expect(await files()).toEqual([]);
  });

  it('takes over from a dead worker, whose partial file is deleted', async () => {
    const id = await requestExport();
    await database.write(sql`
      UPDATE exports SET status = 'running', attempt = 1, rows_done = 7, lease_until = ${clock.now() + 20_000}
      WHERE id = ${id}`);
    await exportServices.files.write({ type: EXPORTS, id, attempt: 1 }, partialFile());
    await expect(exportServices.run.run(id)).rejects.toThrow(TaskInProgress);
    clock.advance(20 * SECOND_MS + 1);
    await exportServices.run.run(id);
    expect(await exportServices.service.view(owner, id)).toMatchObject({ status: 'done', rowsDone: LINES });
    await exportServices.expiry.run(EXPORTS, clock.now());
    expect(await files()).toEqual([`${id}-2.csv`]);
  });

  it('does not affect its successor if it continues after its lease expired', async () => {
    const id = await requestExport();
    const first = exportServices.run.run(id);
    while ((await exportServices.service.view(owner, id)).status === 'queued') await sleep(1);
    clock.advance(20 * SECOND_MS + 1);
    await exportServices.run.run(id);
    await first.catch((error: unknown) => expect(error).toBeInstanceOf(TaskInProgress));
    expect(await exportServices.service.view(owner, id)).toMatchObject({ status: 'done', rowsDone: LINES });
    expect(await files()).toEqual([`${id}-2.csv`]);
  });

  it('leaves its event pending if another worker takes over, since that one may die', async () => {
    const id = await requestExport();
    jest.spyOn(exportServices.files, 'write').mockImplementationOnce(async () => {
      await database.write(sql`UPDATE exports SET attempt = 2 WHERE id = ${id}`);
      return 1;
    });
    await expect(exportServices.run.run(id)).rejects.toThrow(TaskInProgress);
  });

  it('reports a full disk and leaves no partial file', async () => {
    const id = await requestExport();
    const diskFull = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    jest.spyOn(fs, 'fsync').mockImplementationOnce((_, done) => done(diskFull));
    await exportServices.run.run(id);
    expect(await exportServices.service.view(owner, id)).toMatchObject({
      status: 'failed',
      error: { code: 'exports.no-room' },
    });
    expect(await files()).toEqual([]);
  });

  it('retries after a temporary failure, and fails permanently after five attempts', async () => {
    const id = await requestExport();
    const source = exportServices.sources.find('order-lines')!;
    jest.spyOn(source, 'plan').mockImplementation(() => {
      throw new Error('out of order');
    });
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect((await exportServices.service.view(owner, id)).status).toBe('queued');
      await expect(exportServices.run.run(id)).rejects.toThrow('out of order');
    }
    await exportServices.run.run(id);
    expect(await exportServices.service.view(owner, id)).toMatchObject({
      status: 'failed',
      error: { code: 'exports.failed' },
    });
  });
});

async function* partialFile(): AsyncGenerator<string> {
  yield 'half a file';
}
