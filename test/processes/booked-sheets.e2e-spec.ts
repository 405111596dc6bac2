import { randomUUID } from 'node:crypto';
import { newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { book, lineOf, newSheet, saveLines, type TestSheet } from '../factories/stock-sheets.js';
import { signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { seededRandom } from '../support/attacks/random.js';
import { bodyOf, NoResponseError } from '../support/clients/client.js';
import { sleep } from '../support/servers/processes.js';
import { NO_BACKGROUND_JOBS, startServer, type ServerProcess } from '../support/servers/server.js';

const CRASH_COUNT = 3;
const PRODUCT_COUNT = 20;
const SHEET_COUNT = 6;

let server: ServerProcess;
let admin: TestUser;
let products: TestProduct[];

beforeAll(async () => {
  server = await startServer({ env: NO_BACKGROUND_JOBS });
  admin = await signInAdmin(server);
  const { id: sectionId } = await newSection(server, admin);
  products = await Promise.all(
    Array.from({ length: PRODUCT_COUNT }, () =>
      newProduct(server, admin, { sectionId, quantityAvailable: 0 }),
    ),
  );
});

const newDelivery = async (): Promise<TestSheet> =>
  saveLines(
    server,
    admin,
    await newSheet(server, admin),
    products.map((product) => lineOf(product, 1)),
  );

it(`books each sheet whole and once when the server is killed ${CRASH_COUNT} times and each is sent again`, async () => {
  const random = seededRandom(Date.now());
  let interrupted = 0;
  for (let crash = 0; crash < CRASH_COUNT; crash++) {
    const sheets = [];
    for (let i = 0; i < SHEET_COUNT; i++) sheets.push(await newDelivery());
    const bookings = sheets.map((sheet) => ({ sheet, key: { 'idempotency-key': randomUUID() } }));
    const booking = Promise.all(
      bookings.map(async ({ sheet, key }) => {
        try {
          bodyOf(await book(server, admin, sheet, {}, key), 200);
          return false;
        } catch (error) {
          if (error instanceof NoResponseError) return true;
          throw error;
        }
      }),
    );
    await sleep(random() * 30);
    await server.kill();
    interrupted += (await booking).filter((isInterrupted) => isInterrupted).length;
    await server.start();
    await expectBalancedBooks(server, admin);
    for (const { sheet, key } of bookings) bodyOf(await book(server, admin, sheet, {}, key), 200);
    for (const { id } of products) expect(await stockOf(server, id)).toBe((crash + 1) * SHEET_COUNT);
  }
  // Otherwise the server was never killed during a booking, and the test proves nothing.
  expect(interrupted).toBeGreaterThan(0);
  await expectBalancedBooks(server, admin);
}, 300_000);
