import { randomUUID } from 'node:crypto';
import { newProduct, newSection } from '../../factories/catalog.js';
import { newOrder } from '../../factories/orders.js';
import { currentSettings, setPricing, setTax } from '../../factories/settings.js';
import { newTaxClass } from '../../factories/taxes.js';
import { newManager, newShoppers, signInAdmin, type TestUser } from '../../factories/users.js';
import { bodyOf, NoResponseError, type ApiResponse } from '../clients/client.js';
import { sleep } from '../servers/processes.js';
import type { ServerProcess } from '../servers/server.js';

const SHOPPERS = 10;
const CLIENTS = 8;
const BATCH_SIZE = 10;
const REPEAT_AFTER_MS = 100;

/** What the store answers while it starts, and while an attempt whose connection was lost is still under way. */
const BUSY = new Set([409, 503]);

/** What it says of an order for which it waited too long. */
const UNAVAILABLE = 'database.unavailable';

/** What it says of an order that another client has sent out or taken back. */
const TAKEN = new Set(['orders.transition-not-allowed', 'orders.undo-not-possible']);

interface Outcomes {
  readonly items: readonly { readonly orderId: string; readonly problem: { readonly code: string } | null }[];
}

/** Staff who send many orders out at once, take some of them back and send them again, while processes are killed. */
export class DocumentRush {
  /** Requests that lost their connection, because the process was killed. */
  interrupted = 0;
  /** Orders of which it was confirmed that they were taken back. */
  undone = 0;
  private sent = 0;
  private kills = 0;
  private hasFailed = false;
  private readonly queue: (readonly string[])[] = [];

  private constructor(
    private readonly servers: readonly ServerProcess[],
    readonly admin: TestUser,
    private readonly staff: TestUser,
    readonly orderIds: readonly string[],
    private readonly random: () => number,
  ) {}

  /** Registers the store and takes packed orders, whose documents are of three kinds. @param servers processes of one store */
  static async prepare(
    servers: readonly ServerProcess[],
    orders: number,
    random: () => number,
  ): Promise<DocumentRush> {
    const [server] = servers as [ServerProcess];
    const admin = await signInAdmin(server);
    const staff = await newManager(server);
    const productIds = await registerStore(server, admin);
    const shoppers = await newShoppers(server, SHOPPERS);
    const taken = shoppers.map(async (shopper, i) => {
      const ids: string[] = [];
      for (let n = i; n < orders; n += SHOPPERS) {
        const chosen = productIds.filter((_, product) => product === n % 4 || random() < 0.5);
        const cart = Object.fromEntries(chosen.map((product) => [product, 1]));
        ids.push((await newOrder(server, shopper, cart)).id);
      }
      return ids;
    });
    const orderIds = (await Promise.all(taken)).flat();
    const rush = new DocumentRush(servers, admin, staff, orderIds, random);
    for (const batch of rush.batches()) await rush.request(0, '', { orderIds: batch, to: 'packed' });
    return rush;
  }

  /** Sends all orders out, each by two clients, and kills processes meanwhile. */
  async run(kills: number): Promise<void> {
    this.queue.push(...this.batches(), ...this.batches());
    this.kills = kills;
    const clients = Array.from({ length: CLIENTS }, (_, i) => this.work(i));
    try {
      await Promise.all([...clients, this.kill()]);
    } finally {
      this.hasFailed = true;
    }
  }

  /** Returns all orders in random order, some in each batch. */
  private batches(): string[][] {
    const shuffled = this.orderIds
      .map((id) => [this.random(), id] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, id]) => id);
    return Array.from({ length: Math.ceil(shuffled.length / BATCH_SIZE) }, (_, i) =>
      shuffled.slice(i * BATCH_SIZE, (i + 1) * BATCH_SIZE),
    );
  }

  /** Sends what is in the queue, and takes some of it back, which is then in the queue: in the end all orders are out. */
  private async work(client: number): Promise<void> {
    for (;;) {
      const batch = this.queue.shift();
      if (this.hasFailed || (batch === undefined && !this.isKilling())) return;
      if (batch !== undefined) {
        const sent = await this.request(client, '', { orderIds: batch, to: 'out_for_delivery' });
        this.sent += sent.length;
      }
      const again = this.orderIds.filter(() => this.random() < BATCH_SIZE / 2 / this.orderIds.length);
      if (again.length > 0 && this.isKilling() && this.random() < 0.5) await this.takeBack(client, again);
    }
  }

  private async takeBack(client: number, orderIds: readonly string[]): Promise<void> {
    const undone = await this.request(client, '/undo', { orderIds, status: 'out_for_delivery' });
    this.undone += undone.length;
    this.queue.push(orderIds);
  }

  /** Kills a process after some more orders were sent, and starts it again. */
  private async kill(): Promise<void> {
    while (this.isKilling()) {
      const target = this.sent + 1 + Math.floor(this.random() * 25);
      while (this.sent < target && this.isKilling()) await sleep(1);
      await sleep(this.random() * 10);
      const server = this.servers[Math.floor(this.random() * this.servers.length)] as ServerProcess;
      await server.kill();
      await server.start();
      this.kills -= 1;
    }
  }

  private isKilling(): boolean {
    return this.kills > 0 && !this.hasFailed;
  }

  /**
   * Repeats a request until it is answered, at one process after the other. Half of the requests have a key, with which all of their
   * orders are one transaction.
   *
   * @returns the orders that were changed
   */
  private async request(client: number, path: string, body: object): Promise<string[]> {
    const headers: Record<string, string> = this.random() < 0.5 ? { 'idempotency-key': randomUUID() } : {};
    for (let attempt = client; !this.hasFailed; attempt++) {
      const server = this.servers[attempt % this.servers.length] as ServerProcess;
      const response = await this.answer(() =>
        server.client.as(this.staff).post(`/admin/orders/transitions${path}`, body, headers),
      );
      if (response !== undefined) return changed(response);
      await sleep(REPEAT_AFTER_MS);
    }
    return [];
  }

  /** Returns what was done; undefined if the request must be repeated. */
  private async answer(send: () => Promise<ApiResponse<Outcomes>>): Promise<Outcomes | undefined> {
    try {
      const response = await send();
      if (BUSY.has(response.status)) return undefined;
      const outcomes = bodyOf(response, 200);
      return outcomes.items.some(({ problem }) => problem?.code === UNAVAILABLE) ? undefined : outcomes;
    } catch (error) {
      if (!(error instanceof NoResponseError)) throw error;
      if (!isRefused(error)) this.interrupted += 1;
      return undefined;
    }
  }
}

/** Returns true if no connection was made at all. */
function isRefused({ cause }: Error): boolean {
  return ((cause as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED';
}

function changed({ items }: Outcomes): string[] {
  return items.flatMap(({ orderId, problem }) => {
    if (problem === null) return [orderId];
    if (!TAKEN.has(problem.code)) throw new Error(`Order ${orderId}: ${problem.code}`);
    return [];
  });
}

/** Registers the store for GST. Returns products at two rates and two that are not taxed. */
async function registerStore(server: ServerProcess, admin: TestUser): Promise<string[]> {
  const { version } = (await currentSettings(server, admin)).legal;
  const address = { line1: '12, Market Road', line2: '', city: 'Bengaluru', postalCode: '560003' };
  const value = { name: 'Green Basket', address, taxNumber: '29AAGCB7383J1Z4', licence: '' };
  bodyOf(await server.client.as(admin).put('/admin/settings/legal', { version, value }), 200);
  await setTax(server, admin);
  await setPricing(server, admin, { deliveryFee: 3_000 });
  const { id: sectionId } = await newSection(server, admin);
  const classes = [
    (await newTaxClass(server, admin)).id,
    (await newTaxClass(server, admin, { rates: [{ validFrom: '2020-01-01', percent: 5 }] })).id,
    null,
    null,
  ];
  const products = classes.map((taxClassId) =>
    newProduct(server, admin, { sectionId, taxClassId, quantityAvailable: 50_000 }),
  );
  return (await Promise.all(products)).map(({ id }) => id);
}
