import { newProduct, newSection, type TestProduct } from '../../factories/catalog.js';
import { newOrder } from '../../factories/orders.js';
import { newShopper, signInAdmin, type TestUser } from '../../factories/users.js';
import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { ProbedTraffic } from '../clients/probed-traffic.js';
import { startServer, type ServerProcess } from '../servers/server.js';

/** Seconds between SIGTERM and the end of serving, in these tests. */
const SHUTDOWN_DELAY_S = 5;

/** Time in which a process ends after the delay, in milliseconds. */
export const MAX_END_MS = 8 * SECOND_MS;

const CLIENTS = 8;

/** A store that turns its clients away before it ends, with a shopper and a product. */
export interface EndingStore {
  readonly server: ServerProcess;
  readonly shopper: TestUser;
  readonly product: TestProduct;
}

export async function startEndingStore(env: Readonly<Record<string, string>> = {}): Promise<EndingStore> {
  const server = await startServer({ env: { SHUTDOWN_DELAY: String(SHUTDOWN_DELAY_S), ...env } });
  const admin = await signInAdmin(server);
  const { id: sectionId } = await newSection(server, admin);
  const product = await newProduct(server, admin, { sectionId, quantityAvailable: 100_000 });
  return { server, product, shopper: await newShopper(server) };
}

export interface ShutdownResult {
  readonly exitCode: number | string;
  /** From SIGTERM to the end of the process. */
  readonly milliseconds: number;
  readonly failures: readonly string[];
  readonly answered: number;
}

/** Stops the store with SIGTERM while a load balancer sends requests to it: lists, details, pages, carts and orders. */
export async function stopUnderTraffic(
  { server, shopper, product }: EndingStore,
  before: () => Promise<void> | void = () => undefined,
): Promise<ShutdownResult> {
  const traffic = new ProbedTraffic(
    server.client,
    [
      (client) => client.get('/products'),
      (client) => client.get(`/products/${product.id}`),
      (client) => client.get('//'),
      (client) => client.as(shopper).get('/cart'),
      (client) => client.as(shopper).put(`/cart/items/${product.id}`, { quantity: 1 }),
    ],
    CLIENTS,
  );
  await newOrder(server, shopper, { [product.id]: 1 });
  await before();
  const startedAt = performance.now();
  const [exitCode] = await Promise.all([server.stop(), traffic.end()]);
  const milliseconds = performance.now() - startedAt;
  return { exitCode, milliseconds, failures: traffic.failures, answered: traffic.answered };
}

/** Expects that no request was lost and that the process ended in time, with 0. */
export function expectCleanEnd({ exitCode, milliseconds, failures, answered }: ShutdownResult): void {
  expect(failures).toEqual([]);
  expect(exitCode).toBe(0);
  expect(milliseconds).toBeLessThan(SHUTDOWN_DELAY_S * SECOND_MS + MAX_END_MS);
  // Otherwise nothing was sent while the process ended.
  expect(answered).toBeGreaterThan(CLIENTS);
}
