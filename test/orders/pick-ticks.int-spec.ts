import type { PickTickState } from '../../src/orders/picking/pick-ticks.dto.js';
import { SetPickTicks } from '../../src/orders/picking/set-pick-ticks.js';
import { MINUTE_MS, SECOND_MS } from '../../src/platform/common/durations.js';
import { newId } from '../../src/platform/common/id.js';
import { sql } from '../../src/platform/database/transaction.js';
import { insertProduct } from '../factories/rows.js';
import { OrderWorkflowStore } from '../support/actions/order-workflow.js';

const ROUNDS = 10;

let store: OrderWorkflowStore;
let setTicks: SetPickTicks;
beforeAll(async () => {
  store = await OrderWorkflowStore.open();
  setTicks = new SetPickTicks(store.database, store.clock, store.signals);
});

/** Inserts a placed order with two lines. Returns the IDs. */
async function newOrder(): Promise<{ id: string; lines: [string, string] }> {
  const id = await store.newOrder('placed');
  const productId = await insertProduct(store.database);
  await store.database.write(sql`
    INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price,
            ordered_quantity, ordered_price)
    VALUES (${newId()}, ${id}, ${productId}, 'Eggs', 'piece', 700, 6000, 4200, 6000, 4200)`);
  await store.database.write(sql`UPDATE orders SET total = total + 4200 WHERE id = ${id}`);
  // The line's product is promised as by a checkout.
  await store.database.write(
    sql`UPDATE products SET quantity_promised = quantity_promised + 6000 WHERE id = ${productId}`,
  );
  const lines = await store.database.read.rows<{ id: string }>(
    sql`SELECT id FROM order_items WHERE order_id = ${id} ORDER BY id`,
  );
  return { id, lines: [lines[0]!.id, lines[1]!.id] };
}

const set = (ticked: boolean, ...itemIds: string[]): Promise<PickTickState[]> =>
  setTicks.run(
    store.users.store_manager,
    itemIds.map((itemId) => ({ itemId, ticked })),
  );

/** Returns the ticked lines of an order, each with who ticked it. */
async function ticked(orderId: string): Promise<Record<string, string>> {
  const rows = await store.database.read.rows<{ item: string; role: string }>(sql`
    SELECT t.item_id AS item, u.role FROM pick_ticks t JOIN users u ON u.id = t.by_id WHERE t.order_id = ${orderId}`);
  return Object.fromEntries(rows.map(({ item, role }) => [item, role]));
}

describe('a tick', () => {
  it('keeps the first person and time when it is set again, and signals a change once', async () => {
    const { id, lines } = await newOrder();
    store.signals.topics.clear();
    const [first] = await set(true, lines[0]);
    expect(store.signals.topics).toEqual(new Set(['pick-ticks']));
    store.signals.topics.clear();
    store.clock.advance(MINUTE_MS);
    const again = await setTicks.run(store.users.admin, [{ itemId: lines[0], ticked: true }]);
    expect(again).toEqual([first]);
    expect(first).toMatchObject({ orderId: id, status: 'placed', tick: { by: 'store_manager' } });
    expect(store.signals.topics).toEqual(new Set());
  });

  it('is removed by anyone who unticks the line, as often as they ask', async () => {
    const { id, lines } = await newOrder();
    await set(true, ...lines);
    for (const _ of [1, 2]) {
      expect((await set(false, lines[0])).map(({ tick }) => tick)).toEqual([null]);
      expect(await ticked(id)).toEqual({ [lines[1]]: 'store_manager' });
    }
  });

  it('leaves out lines that do not exist', async () => {
    const { lines } = await newOrder();
    expect((await set(true, newId(), lines[0])).map(({ itemId }) => itemId)).toEqual([lines[0]]);
    expect(await set(true, newId())).toEqual([]);
  });
});

describe('packing', () => {
  it('ticks all lines, which can then not be unticked, and its undo leaves what was ticked before', async () => {
    const { id, lines } = await newOrder();
    await set(true, lines[0]);
    store.clock.advance(SECOND_MS);
    await store.transition('admin', id, 'packed');
    expect(await ticked(id)).toEqual({ [lines[0]]: 'store_manager', [lines[1]]: 'admin' });
    const states = await set(false, ...lines);
    expect(states.map(({ status, tick }) => [status, tick === null])).toEqual([
      ['packed', false],
      ['packed', false],
    ]);
    store.clock.advance(SECOND_MS);
    await store.undo('admin', id, 'packed');
    expect(await ticked(id)).toEqual({ [lines[0]]: 'store_manager' });
  });
});

describe('goods that leave the store', () => {
  it('lose their ticks, get none later, and have them again when the step is undone', async () => {
    const { id, lines } = await newOrder();
    await store.transition('admin', id, 'packed');
    await store.transition('admin', id, 'out_for_delivery');
    const [state] = await set(true, lines[0]);
    expect(state).toMatchObject({ status: 'out_for_delivery', tick: null });
    expect(await ticked(id)).toEqual({});
    await store.undo('admin', id, 'out_for_delivery');
    expect(Object.keys(await ticked(id))).toHaveLength(2);
  });
});

describe('a cancelled order', () => {
  it('keeps its ticks until the goods are put back', async () => {
    const { id, lines } = await newOrder();
    await set(true, lines[0]);
    await store.transition('user', id, 'cancelled');
    expect(await ticked(id)).toEqual({ [lines[0]]: 'store_manager' });
    await set(false, lines[0]);
    expect(await ticked(id)).toEqual({});
  });

  it('takes a late tick: the goods were fetched when the cancellation came', async () => {
    const { id, lines } = await newOrder();
    await store.transition('user', id, 'cancelled');
    expect((await set(true, lines[0]))[0]).toMatchObject({
      status: 'cancelled',
      tick: { by: 'store_manager' },
    });
  });

  it('keeps all lines to be put back if it was packed', async () => {
    const { id, lines } = await newOrder();
    await store.transition('admin', id, 'packed');
    await store.transition('admin', id, 'cancelled');
    expect(Object.keys(await ticked(id)).sort()).toEqual([...lines].sort());
  });
});

describe('at the same time', () => {
  it(`a cancellation loses no tick, in ${ROUNDS} rounds`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, lines } = await newOrder();
      const tick = (): Promise<unknown> => set(true, ...lines);
      const cancel = (): Promise<unknown> => store.transition('user', id, 'cancelled');
      await Promise.all(round % 2 === 0 ? [tick(), cancel()] : [cancel(), tick()]);
      expect(Object.keys(await ticked(id))).toHaveLength(2);
    }
  });

  it(`a departure leaves no tick behind, in ${ROUNDS} rounds`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, lines } = await newOrder();
      await store.transition('admin', id, 'packed');
      const tick = (): Promise<unknown> => set(true, ...lines);
      const leave = (): Promise<unknown> => store.transition('admin', id, 'out_for_delivery');
      await Promise.all(round % 2 === 0 ? [tick(), leave()] : [leave(), tick()]);
      expect(await ticked(id)).toEqual({});
    }
  });

  it(`two people tick and untick the lines of two orders in opposite orders, in ${ROUNDS} rounds`, async () => {
    const [one, other] = [await newOrder(), await newOrder()];
    const lines = [...one.lines, ...other.lines];
    for (let round = 0; round < ROUNDS; round++) {
      const answers = await Promise.all([
        set(true, ...lines),
        set(false, ...[...lines].reverse()),
        setTicks.run(
          store.users.admin,
          [...lines].reverse().map((itemId) => ({ itemId, ticked: true })),
        ),
      ]);
      expect(answers.map(({ length }) => length)).toEqual([4, 4, 4]);
    }
    expect(Object.keys({ ...(await ticked(one.id)), ...(await ticked(other.id)) }).length % 4).toBe(0);
  });
});
