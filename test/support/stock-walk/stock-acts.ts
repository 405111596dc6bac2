import { MINUTE_MS } from '../../../src/platform/common/durations.js';
import { changeProduct } from '../../factories/catalog.js';
import { fillCart, placeOrder } from '../../factories/orders.js';
import type { ApiResponse, Problem } from '../clients/client.js';
import { importProducts } from './import-products.js';
import type { ModelOrder, ModelProduct } from './stock-model.js';
import type { StockWalk } from './stock-walk.js';

interface Act {
  /** How often it is chosen, compared with the others. */
  readonly weight: number;
  /** Acts on the store and on the model. Returns what it did, for the report of a failure. */
  readonly run: (walk: StockWalk) => Promise<string>;
}

/** Steps of staff from each status. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  placed: ['packed', 'packed', 'packed', 'cancelled'],
  packed: ['out_for_delivery', 'out_for_delivery', 'cancelled'],
  out_for_delivery: ['delivered'],
};

/** The store allows ten. */
const UNDO_WITHIN_MS = 8 * MINUTE_MS;

/** Everything that changes stock. A new way needs a line here. */
export const ACTS = {
  order: { weight: 30, run: order },
  step: { weight: 25, run: step },
  undo: { weight: 8, run: undo },
  cancel: { weight: 6, run: cancel },
  delivery: { weight: 8, run: delivery },
  waste: { weight: 6, run: waste },
  count: { weight: 10, run: count },
  import: { weight: 4, run: importRows },
  edit: { weight: 6, run: edit },
} as const satisfies Readonly<Record<string, Act>>;

async function order(walk: StockWalk): Promise<string> {
  const { model, server } = walk;
  const onSale = model.products.filter(({ published }) => published);
  if (onSale.length === 0) return 'nothing on sale';
  const chosen = new Set(Array.from({ length: walk.integer(1, 3) }, () => walk.pick(onSale)));
  const lines = [...chosen].map((product) => ({ product, quantity: walk.integer(1, 8) * product.step }));
  const shopper = walk.pick(walk.shoppers);
  await server.client.as(shopper).delete('/cart');
  await fillCart(
    server,
    shopper,
    Object.fromEntries(lines.map(({ product, quantity }) => [product.id, quantity / 1000])),
  );
  const what = lines.map(({ product, quantity }) => `${quantity} of ${product.name}`).join(', ');
  const isPossible = model.canOrder(lines);
  const placed = await placeOrder(server, shopper);
  expectOutcome(placed, isPossible ? 201 : 409, isPossible ? undefined : 'catalog.out-of-stock');
  if (isPossible) model.orders.push({ id: placed.body.id, lines, status: 'placed', reachedAt: {} });
  return walk.note('order', isPossible, what);
}

async function step(walk: StockWalk): Promise<string> {
  const open = openOrders(walk);
  if (open.length === 0) return 'no open order';
  const chosen = walk.pick(open);
  const to = walk.pick(STEPS[chosen.status] ?? []);
  expectOutcome(await transition(walk, chosen, to), 200);
  walk.model.setStatus(chosen, to);
  chosen.reachedAt[to] = Date.now();
  return walk.note(to, true, `${chosen.id} ${to}`);
}

async function undo(walk: StockWalk): Promise<string> {
  const since = Date.now() - UNDO_WITHIN_MS;
  const undoable = walk.model.orders.filter((one) => walk.model.before(one, since) !== undefined);
  if (undoable.length === 0) return 'nothing to undo';
  const chosen = walk.pick(undoable);
  const { id, status } = chosen;
  const body = { orderIds: [id], status };
  const answer = await walk.server.client.as(walk.manager).post('/admin/orders/transitions/undo', body);
  expectOutcome(answer, 200);
  const before = walk.model.before(chosen, since) ?? '';
  walk.model.setStatus(chosen, before);
  return walk.note('undo', true, `${id} from ${status} to ${before}`);
}

/** Cancels any order, also one that cannot be cancelled any more. */
async function cancel(walk: StockWalk): Promise<string> {
  if (walk.model.orders.length === 0) return 'no order';
  const chosen = walk.pick(walk.model.orders.slice(-20));
  const isPossible = ['placed', 'packed'].includes(chosen.status);
  expectOutcome(await transition(walk, chosen, 'cancelled'), isPossible ? 200 : 409);
  if (isPossible) walk.model.setStatus(chosen, 'cancelled');
  return walk.note('cancel', isPossible, chosen.id);
}

async function delivery(walk: StockWalk): Promise<string> {
  const product = walk.pick(walk.model.products);
  const quantity = walk.integer(1, 15_000);
  expectOutcome(await move(walk, product, { reason: 'delivery', delta: quantity / 1000 }), 201);
  product.onHand += quantity;
  return walk.note('delivery', true, `${quantity} of ${product.name}`);
}

async function waste(walk: StockWalk): Promise<string> {
  const product = walk.pick(walk.model.products);
  const quantity = walk.integer(1, 6000);
  const isPossible = quantity <= walk.model.available(product);
  const answer = await move(walk, product, { reason: 'waste', delta: -quantity / 1000 });
  expectOutcome(answer, isPossible ? 201 : 409, isPossible ? undefined : 'catalog.stock-below-zero');
  if (isPossible) product.onHand -= quantity;
  return walk.note('waste', isPossible, `${quantity} of ${product.name}`);
}

/** Counts what is there, a little more or less, less than is promised, or with figures that are no longer true. */
async function count(walk: StockWalk): Promise<string> {
  const product = walk.pick(walk.model.products);
  const { onHand, name } = product;
  const promised = walk.model.promised(product);
  const counted = walk.chance(0.2) ? onHand : walk.integer(0, onHand + 3000);
  const seenOnHand = walk.chance(0.5) ? (walk.chance(0.2) ? onHand + 500 : onHand) : undefined;
  const acceptShortage = walk.chance(0.3);
  const answer = await move(walk, product, {
    reason: 'correction',
    counted: counted / 1000,
    acceptShortage,
    ...(seenOnHand === undefined ? {} : { seenOnHand: seenOnHand / 1000 }),
  });
  const isStale = seenOnHand !== undefined && seenOnHand !== onHand;
  const isShort = counted < promised && !acceptShortage;
  if (isStale) expectOutcome(answer, 409, 'catalog.stock-changed');
  else if (isShort) expectOutcome(answer, 409, 'catalog.count-below-promised');
  else {
    expectOutcome(answer, 201);
    product.onHand = Math.max(counted, promised);
  }
  return walk.note('count', !isStale && !isShort, `${counted} of ${name}, ${promised} promised`);
}

/** Imports one to three rows: what came in, what was counted, or another threshold. One bad row refuses the file. */
async function importRows(walk: StockWalk): Promise<string> {
  const { model } = walk;
  const chosen = [...new Set(Array.from({ length: walk.integer(1, 3) }, () => walk.pick(model.products)))];
  const rows = chosen.map((product) => ({
    product,
    ...walk.pick([
      { delivery: walk.integer(1, 9000) },
      { counted: walk.integer(0, product.onHand + 4000) },
      { threshold: walk.integer(0, 12_000) },
    ] as { delivery?: number; counted?: number; threshold?: number }[]),
  }));
  const isPossible = rows.every(
    ({ product, counted }) => counted === undefined || counted >= model.promised(product),
  );
  const units = (thousandths: number | undefined): string =>
    thousandths === undefined ? '' : String(thousandths / 1000);
  const lines = rows.map(({ product, delivery, counted, threshold }) =>
    [product.id, units(delivery), units(counted), units(threshold)].join(','),
  );
  const file = ['id,delivery,counted,lowStockThreshold', ...lines].join('\n');
  const result = await importProducts(walk.server, walk.manager, file);
  expect({ file, ...result }).toMatchObject({ status: isPossible ? 'done' : 'invalid' });
  if (isPossible) {
    for (const { product, delivery = 0, counted, threshold } of rows) {
      product.onHand = (counted ?? product.onHand) + delivery;
      if (threshold !== undefined && threshold !== product.threshold) {
        product.threshold = threshold;
        product.version += 1;
      }
    }
  }
  return walk.note('import', isPossible, lines.join(' | '));
}

async function edit(walk: StockWalk): Promise<string> {
  const product = walk.pick(walk.model.products);
  const threshold = walk.integer(0, 12_000);
  const published = walk.chance(0.8);
  const changes = { published, lowStockThreshold: threshold / 1000, brand: `Brand ${walk.integer(1, 99)}` };
  const edited = await changeProduct(walk.server, walk.manager, product, changes);
  expectOutcome(edited, 200);
  Object.assign(product, { threshold, published, version: edited.body.version });
  return walk.note('edit', true, `${product.name} ${JSON.stringify(changes)}`);
}

function openOrders({ model }: StockWalk): ModelOrder[] {
  return model.orders.filter(({ status }) => STEPS[status] !== undefined);
}

function transition(walk: StockWalk, { id }: ModelOrder, to: string): Promise<ApiResponse<Problem>> {
  return walk.server.client.as(walk.manager).post(`/admin/orders/${id}/transitions`, { to });
}

function move(walk: StockWalk, { id }: ModelProduct, body: object): Promise<ApiResponse<Problem>> {
  return walk.server.client.as(walk.manager).post(`/admin/products/${id}/stock-movements`, body);
}

function expectOutcome({ status, body }: ApiResponse, expected: number, code?: string): void {
  expect({ status, body }).toMatchObject({
    status: expected,
    ...(code === undefined ? {} : { body: { code } }),
  });
}
