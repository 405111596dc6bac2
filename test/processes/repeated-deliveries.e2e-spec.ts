import { randomUUID } from 'node:crypto';
import { newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { seededRandom } from '../support/attacks/random.js';
import { bodyOf, NoResponseError } from '../support/clients/client.js';
import { sleep } from '../support/servers/processes.js';
import { NO_BACKGROUND_JOBS, startServer, type ServerProcess } from '../support/servers/server.js';

const CRASH_COUNT = 2;
const WORKER_COUNT = 6;

let server: ServerProcess;
let admin: TestUser;
let product: TestProduct;

beforeAll(async () => {
  server = await startServer({ env: NO_BACKGROUND_JOBS });
  admin = await signInAdmin(server);
  const { id: sectionId } = await newSection(server, admin);
  product = await newProduct(server, admin, { sectionId, quantityAvailable: 0 });
});

async function deliver(key: string): Promise<void> {
  const response = await server.client
    .as(admin)
    .post(
      `/admin/products/${product.id}/stock-movements`,
      { reason: 'delivery', delta: 1 },
      { 'idempotency-key': key },
    );
  bodyOf(response, 201);
}

it(`brings in each delivery once when the server is killed ${CRASH_COUNT} times and each is sent again`, async () => {
  const random = seededRandom(Date.now());
  let acts = 0;
  let interrupted = 0;

  /** Records deliveries until the server is killed. Returns the key of the one without a response. */
  async function deliverUntilCrash(): Promise<string | undefined> {
    for (;;) {
      const key = randomUUID();
      acts += 1;
      try {
        await deliver(key);
      } catch (error) {
        if (error instanceof NoResponseError) return key;
        throw error;
      }
    }
  }

  for (let crash = 0; crash < CRASH_COUNT; crash++) {
    const target = acts + 5 + Math.floor(random() * 20);
    const delivering = Promise.all(Array.from({ length: WORKER_COUNT }, deliverUntilCrash));
    while (acts < target) await sleep(1);
    await sleep(random() * 10);
    await server.kill();
    const open = (await delivering).flatMap((key) => key ?? []);
    interrupted += open.length;
    await server.start();
    for (const key of open) await deliver(key);
    expect(await stockOf(server, product.id)).toBe(acts);
  }

  // Otherwise the server was never killed during a delivery, and the test proves nothing.
  expect(interrupted).toBeGreaterThan(CRASH_COUNT);
  await expectBalancedBooks(server, admin);
});
