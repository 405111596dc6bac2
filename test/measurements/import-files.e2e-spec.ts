import { SECOND_MS } from '../../src/platform/common/durations.js';
import { newSection } from '../factories/catalog.js';
import { newAdmin, type TestUser } from '../factories/users.js';
import { newWorkbook } from '../factories/workbook.js';
import { bodyOf, type ApiResponse } from '../support/clients/client.js';
import { measureDuration, sleep } from '../support/servers/processes.js';
import { startServer, type ServerProcess } from '../support/servers/server.js';

const ROW_COUNT = 20_000;
const MAX_CHECK_MS = 30 * SECOND_MS;
const MAX_LIST_MS = 300;
const MAX_MORE_MEMORY = 150 * 1024 * 1024;

let server: ServerProcess;
let admin: TestUser;
beforeAll(async () => {
  server = await startServer();
  admin = await newAdmin(server);
  await newSection(server, admin, 'Obst');
});

const HEADINGS = ['Kategorie', 'Artikel', 'Einheit', 'Preis', 'Bestand'];
const rows = Array.from({ length: ROW_COUNT }, (_, i) => [
  'Obst',
  `Käse Äpfel Nr. ${i}`,
  'kg',
  i + 0.25,
  i % 90,
]);
const csv = [HEADINGS, ...rows]
  .map((cells) =>
    cells.map((cell) => String(cell).replace('.', typeof cell === 'number' ? ',' : '.')).join(';'),
  )
  .join('\r\n');

const FILES: readonly (readonly [name: string, content: () => Buffer])[] = [
  ['UTF-8', () => Buffer.from(csv)],
  ['UTF-16', () => Buffer.from(`\uFEFF${csv}`, 'utf16le')],
  ['Windows-1252', () => Buffer.from(csv, 'latin1')],
  ['.xlsx', () => newWorkbook({ Preise: [HEADINGS, ...rows] })],
];

interface View {
  readonly id: string;
  readonly status: string;
}

async function upload(content: Buffer): Promise<View> {
  const form = new FormData();
  form.set('dryRun', 'true');
  form.set('file', new Blob([new Uint8Array(content)]), 'preise');
  const response = await fetch(`${server.url}/api/v1/admin/imports/products`, {
    method: 'POST',
    headers: { authorization: `Bearer ${admin.accessToken}` },
    body: form,
  });
  expect(response.status).toBe(202);
  return (await response.json()) as View;
}

async function memory(): Promise<number> {
  const { body } = await server.client.get<string>('//metrics');
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(body)?.[1]);
}

/** Waits for a check while shoppers read a list. Returns the durations of the lists, and the largest memory. */
async function whileShoppersRead(id: string): Promise<{ view: View; lists: number[]; peak: number }> {
  const lists: number[] = [];
  let peak = 0;
  for (let i = 0; ; i++) {
    const list = (): Promise<ApiResponse> => server.client.get('/products', { q: `apfel${i}` });
    lists.push(await measureDuration(async () => bodyOf(await list(), 200)));
    peak = Math.max(peak, await memory());
    const view = bodyOf(await server.client.as(admin).get<View>(`/admin/imports/${id}`), 200);
    if (!['queued', 'validating'].includes(view.status)) return { view, lists, peak };
    await sleep(10);
  }
}

it.each(FILES)('a file of 20,000 rows in %s is checked while shoppers shop', async (_, content) => {
  const buffer = content();
  const before = await memory();
  const startedAt = performance.now();
  const { id } = await upload(buffer);
  const { view, lists, peak } = await whileShoppersRead(id);
  const duration = performance.now() - startedAt;
  expect(view).toMatchObject({ status: 'done', added: ROW_COUNT, errorCount: 0 });
  expect(duration).toBeLessThan(MAX_CHECK_MS);
  const slowest = lists.toSorted((a, b) => a - b)[Math.floor(lists.length * 0.99)];
  expect(slowest).toBeLessThan(MAX_LIST_MS);
  expect(peak - before).toBeLessThan(MAX_MORE_MEMORY);
});
