import { randomUUID } from 'node:crypto';
import { bodyOf, type ApiResponse, type Bearer } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';

export interface TestOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly total: number;
  readonly items: readonly {
    readonly id: string;
    readonly productId: string;
    readonly productName: string;
    readonly quantity: number;
    readonly price: number;
  }[];
}

export interface TestCart {
  readonly items: readonly {
    readonly product: { readonly id: string };
    readonly quantity: number;
    readonly price: number;
  }[];
  readonly total: number;
}

/** Default delivery address. */
export const ADDRESS = {
  name: 'Asha Rao',
  phone: '+91 98450 12345',
  line1: '14, 3rd Cross, Malleshwaram',
  city: 'Bengaluru',
  postalCode: '560003',
};

/** Puts quantities of products into a user's cart. */
export async function fillCart(
  server: Server,
  user: Bearer,
  quantities: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [productId, quantity] of Object.entries(quantities)) {
    bodyOf(await server.client.as(user).put(`/cart/items/${productId}`, { quantity }), 200);
  }
}

/**
 * Places an order for the user's cart. Returns the response, whatever its status.
 *
 * @param more members of the request besides the address, or another address
 */
export function placeOrder<Body = TestOrder>(
  server: Server,
  user: Bearer,
  key: string = randomUUID(),
  more: object = {},
): Promise<ApiResponse<Body>> {
  return server.client.as(user).post('/orders', { address: ADDRESS, ...more }, { 'idempotency-key': key });
}

/** Fills a user's cart and places an order. */
export async function newOrder(
  server: Server,
  user: Bearer,
  quantities: Readonly<Record<string, number>>,
): Promise<TestOrder> {
  await fillCart(server, user, quantities);
  return bodyOf(await placeOrder(server, user), 201);
}

/** A document of an order. */
export interface TestDocument {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly total: number;
  readonly creditsId: string | null;
}

/** Sends an order out for delivery. Returns the document that it gets. */
export async function sendOut(server: Server, staff: Bearer, orderId: string): Promise<TestDocument> {
  const path = `/admin/orders/${orderId}/transitions`;
  bodyOf(await server.client.as(staff).post(path, { to: 'packed' }), 200);
  const sent = await server.client
    .as(staff)
    .post<{ documents: TestDocument[] }>(path, { to: 'out_for_delivery' });
  return bodyOf(sent, 200).documents.at(-1)!;
}
