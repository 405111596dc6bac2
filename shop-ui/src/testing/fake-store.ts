import type { Schema } from 'ui-common/api/client';
import { linePrice } from 'ui-common/money/quote';
import { toThousandths } from 'ui-common/quantity/quantity';
import type { Product } from '../features/cart/cart-line';
import { fakeApi, problem, type RecordedRequest } from './fake-api';

/** A fake store with accounts and carts, limited to what the cart needs. */
export class FakeStore {
  readonly carts = new Map<string, Map<string, number>>();
  readonly products: Map<string, Product>;
  readonly requests: readonly RecordedRequest[];
  /** Overrides the store's response unless it returns undefined. */
  override: (request: RecordedRequest) => Response | Promise<Response> | undefined = () => undefined;
  private signedIn = '';

  constructor(...products: Product[]) {
    this.products = new Map(products.map((product) => [product.id, product]));
    this.requests = fakeApi((request) => this.override(request) ?? this.respond(request));
  }

  /** Requests that change the cart, such as "PUT /cart/items/tomatoes". */
  get changes(): string[] {
    return this.requests
      .filter(({ method, path }) => method !== 'GET' && path.startsWith('/cart'))
      .map(({ method, path, body }) => [method, path, JSON.stringify(body)].filter(Boolean).join(' '));
  }

  /** Returns the quantities in units by product ID. */
  cartOf(account: string): Map<string, number> {
    const cart = this.carts.get(account) ?? new Map<string, number>();
    this.carts.set(account, cart);
    return cart;
  }

  respond({ method, path, body }: RecordedRequest): Response {
    const [, root = '', , id = ''] = path.split('/');
    if (path === '/auth/login') this.signedIn = (body as { username: string }).username;
    if (['/auth/login', '/auth/refresh'].includes(path))
      return Response.json({ accessToken: 'token', expiresIn: 900, user: this.account() });
    if (path === '/auth/logout') return new Response(null, { status: 204 });
    if (path === '/users/me') return Response.json(this.account());
    if (root === 'products') return this.product(path.split('/')[2] ?? '');
    const cart = this.cartOf(this.signedIn);
    if (method === 'PUT') {
      if (!this.products.has(id)) return problem(404, 'catalog.product-not-found');
      cart.set(id, (body as { quantity: number }).quantity);
    }
    if (method === 'DELETE') cart.delete(id);
    if (path === '/cart/merge') this.merge(cart, body as Schema<'MergeCartBody'>);
    return Response.json(this.view(cart));
  }

  private account(): Partial<Schema<'OwnProfileView'>> {
    const role = this.signedIn === 'manager' ? 'store_manager' : 'user';
    return { id: this.signedIn, username: this.signedIn, role };
  }

  private product(id: string): Response {
    const product = this.products.get(id);
    return product === undefined ? problem(404, 'catalog.product-not-found') : Response.json(product);
  }

  private merge(cart: Map<string, number>, { items }: Schema<'MergeCartBody'>): void {
    for (const { productId, quantity } of items) {
      cart.set(productId, Math.max(cart.get(productId) ?? 0, quantity));
    }
  }

  private view(cart: Map<string, number>): Schema<'CartView'> {
    const items = [...cart].map(([id, quantity]) => {
      const product = this.products.get(id) as Product;
      return {
        product,
        quantity,
        unitType: product.unitType,
        price: linePrice(product.ratePerUnit, toThousandths(quantity)),
        isBuyable: true,
        notices: [],
      };
    });
    const total = items.reduce((sum, { price }) => sum + price, 0);
    return { items, subtotal: total, charges: [], total, includedTax: null, notInTotal: [], currency: 'INR' };
  }
}
