import { changeProduct, newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { fillCart, placeOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface Cart {
  readonly items: readonly {
    readonly product: TestProduct;
    readonly quantity: number;
    readonly unitType: string;
    readonly price: number;
    readonly isBuyable: boolean;
    readonly notices: readonly { readonly code: string }[];
  }[];
  readonly total: number;
  readonly notInTotal: readonly {
    readonly productId: string;
    readonly productName: string;
    readonly reason: string;
  }[];
}

let server: Server;
let manager: TestUser;
let sectionId: string;
let shopper: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
  const admin = await signInAdmin(server);
  manager = await newManager(server);
  sectionId = (await newSection(server, admin)).id;
});
beforeEach(async () => {
  shopper = await newShopper(server);
});

const addProduct = (values: Record<string, unknown> = {}): Promise<TestProduct> =>
  newProduct(server, manager, { sectionId, ...values });

const cart = async (): Promise<Cart> => bodyOf(await server.client.as(shopper).get<Cart>('/cart'), 200);

const put = (product: TestProduct, body: object): Promise<ApiResponse<Cart & Problem>> =>
  server.client.as(shopper).put(`/cart/items/${product.id}`, body);

const merge = async (items: object[]): Promise<Cart> =>
  bodyOf(await server.client.as(shopper).post<Cart>('/cart/merge', { items }), 200);

const checkout = (members: object = {}): Promise<ApiResponse<TestOrder & Problem>> =>
  placeOrder(server, shopper, undefined, members);

/** Changes the unit directly: the API refuses it for a product in a cart, as stores of an earlier release did not. */
const changeUnit = (product: TestProduct, unitType: string): Promise<unknown> =>
  server.rows('UPDATE products SET unit_type = ? WHERE id = ?', [unitType, product.id]);

describe('the total of a cart', () => {
  it('counts what can be bought, names the rest, and is the total that checkout accepts', async () => {
    const [fine, short, gone] = [
      await addProduct(),
      await addProduct({ quantityAvailable: 2 }),
      await addProduct(),
    ];
    await fillCart(server, shopper, { [fine.id]: 2, [short.id]: 3, [gone.id]: 1 });
    bodyOf(await changeProduct(server, manager, gone, { published: false }), 200);
    const shown = await cart();
    expect(shown.total).toBe(10_000);
    expect(shown.items.map(({ price, isBuyable }) => [price, isBuyable])).toEqual([
      [10_000, true],
      [0, false],
      [0, false],
    ]);
    expect(shown.notInTotal).toEqual([
      { productId: short.id, productName: short.name, reason: 'cart.short-stock' },
      { productId: gone.id, productName: gone.name, reason: 'cart.product-gone' },
    ]);
    // An order of a part of the cart would be a surprise: the lines are named until the shopper has decided.
    expect(bodyOf(await checkout({ expectedTotal: shown.total }), 409).code).toBe('orders.products-gone');
    await server.client.as(shopper).delete(`/cart/items/${gone.id}`);
    expect(bodyOf(await checkout({ expectedTotal: shown.total }), 409).code).toBe('catalog.out-of-stock');
    await server.client.as(shopper).delete(`/cart/items/${short.id}`);
    expect((await cart()).total).toBe(shown.total);
    expect(bodyOf(await checkout({ expectedTotal: shown.total }), 201).total).toBe(shown.total);
  });
});

describe('a most per order', () => {
  it('is that of the unit, or of the product', async () => {
    const [usual, own] = [
      await addProduct({ unitType: 'kg', quantityAvailable: 1000 }),
      await addProduct({ unitType: 'kg', quantityAvailable: 1000, maxPerOrder: 5 }),
    ];
    for (const [product, most] of [
      [usual, 50],
      [own, 5],
    ] as const) {
      const problem = bodyOf(await put(product, { quantity: most + 1 }), 422);
      expect(problem).toMatchObject({
        code: 'catalog.above-max-per-order',
        maxQuantity: most,
        unitType: 'kg',
        errors: [{ field: 'quantity', code: 'catalog.above-max-per-order' }],
      });
      bodyOf(await put(product, { quantity: most }), 200);
      const seen = await server.client.get<{ maxQuantity: number }>(`/products/${product.id}`);
      expect(bodyOf(seen, 200).maxQuantity).toBe(most);
    }
  });

  it('keeps a line of a merged cart from being bought, and checkout refuses it', async () => {
    const product = await addProduct({ maxPerOrder: 10 });
    const { items, total } = await merge([{ productId: product.id, quantity: 12 }]);
    expect(items[0]?.notices).toEqual([{ code: 'cart.above-max-per-order', was: 12, now: 10 }]);
    expect(total).toBe(0);
    expect(bodyOf(await checkout(), 422).code).toBe('catalog.above-max-per-order');
  });

  it('changes with the product, and back to that of the unit', async () => {
    const product = await addProduct({ unitType: 'pack' });
    const set = async (values: object, version: number): Promise<unknown> => {
      const changed = bodyOf(await changeProduct(server, manager, { id: product.id, version }, values), 200);
      const { maxPerOrder, maxQuantity } = changed as unknown as Record<string, unknown>;
      return [maxPerOrder, maxQuantity];
    };
    expect(await set({ maxPerOrder: 7 }, 1)).toEqual([7, 7]);
    expect(await set({ brand: 'B' }, 2)).toEqual([7, 7]);
    expect(await set({ maxPerOrder: null }, 3)).toEqual([null, 100]);
  });

  it.each([
    [400, 'request.invalid', { maxPerOrder: 0 }],
    [400, 'request.invalid', { maxPerOrder: -1 }],
    [400, 'request.invalid', { maxPerOrder: '5' }],
    [422, 'request.rule-broken', { maxPerOrder: 1, quantityStep: 2 }],
  ])('is refused with %i %s: %j', async (status, code, values) => {
    const product = await addProduct();
    expect(bodyOf(await changeProduct(server, manager, product, values), status).code).toBe(code);
  });
});

describe('a quantity in a unit that the product no longer has', () => {
  it('is not bought until it is chosen again', async () => {
    const product = await addProduct({ unitType: 'kg', quantityStep: 0.25 });
    await fillCart(server, shopper, { [product.id]: 1.25 });
    await changeUnit(product, 'piece');
    const shown = await cart();
    expect(shown.items[0]).toMatchObject({
      ...{ quantity: 1.25, unitType: 'kg', price: 0, isBuyable: false },
      notices: [{ code: 'cart.unit-changed', unitWas: 'kg', unitNow: 'piece' }],
    });
    expect(bodyOf(await checkout({ expectedTotal: 0 }), 409)).toMatchObject({
      code: 'orders.units-changed',
      lines: [{ productId: product.id, unitWas: 'kg', unitNow: 'piece' }],
    });
    bodyOf(await put(product, { quantity: 2 }), 200);
    expect(bodyOf(await checkout(), 201).items[0]).toMatchObject({ quantity: 2, price: 10_000 });
  });

  it('is refused if the shopper still sees the former unit', async () => {
    const product = await addProduct();
    expect(bodyOf(await put(product, { quantity: 1, unitType: 'kg' }), 409)).toMatchObject({
      ...{ code: 'cart.unit-changed', unitWas: 'kg', unitNow: 'piece' },
    });
    bodyOf(await put(product, { quantity: 1, unitType: 'piece' }), 200);
  });

  it('comes with its unit from a guest cart, and replaces no quantity in the present one', async () => {
    const [onlyFormer, both, replaced] = [await addProduct(), await addProduct(), await addProduct()];
    await fillCart(server, shopper, { [both.id]: 1, [replaced.id]: 1 });
    await server.rows(`UPDATE cart_items SET unit_seen = 'kg', quantity = 9000 WHERE product_id = ?`, [
      replaced.id,
    ]);
    const items = [
      { productId: onlyFormer.id, quantity: 1.25, unitType: 'kg' },
      { productId: both.id, quantity: 7, unitType: 'kg' },
      { productId: replaced.id, quantity: 2, unitType: 'piece' },
    ];
    await merge(items);
    const merged = await merge(items);
    const lines = merged.items.map(({ product, quantity, unitType }) => [product.id, quantity, unitType]);
    expect(lines).toHaveLength(3);
    expect(lines).toEqual(
      expect.arrayContaining([
        [onlyFormer.id, 1.25, 'kg'],
        [both.id, 1, 'piece'],
        [replaced.id, 2, 'piece'],
      ]),
    );
    expect(merged.notInTotal.map(({ productId, reason }) => [productId, reason])).toEqual([
      [onlyFormer.id, 'cart.unit-changed'],
    ]);
  });

  it('comes with its unit from an order that is bought again', async () => {
    const product = await addProduct({ unitType: 'kg', quantityStep: 0.25 });
    await fillCart(server, shopper, { [product.id]: 1.25 });
    const { id } = bodyOf(await checkout(), 201);
    await changeUnit(product, 'piece');
    const again = bodyOf(await server.client.as(shopper).post<Cart>(`/orders/${id}/reorder`, {}), 200);
    expect(again.items[0]).toMatchObject({ quantity: 1.25, unitType: 'kg', isBuyable: false });
    expect(again.total).toBe(0);
  });
});
