import { randomUUID } from 'node:crypto';
import {
  bodyOf,
  type ApiResponse,
  type Bearer,
  type Problem,
  type Query,
} from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';

export interface TestSection {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly version: number;
}

export interface TestProduct {
  readonly id: string;
  readonly sectionId: string;
  readonly sectionName: string;
  readonly name: string;
  readonly slug: string;
  readonly brand: string;
  readonly unitType: string;
  readonly ratePerUnit: number;
  readonly quantityAvailable: number;
  readonly bestBefore: string | null;
  /** Visible to staff only. */
  readonly published?: boolean;
  readonly version: number;
}

/** Creates a section with a unique name as an admin. */
export async function newSection(
  server: Server,
  admin: Bearer,
  name = `Section ${newWord()}`,
): Promise<TestSection> {
  return bodyOf(await server.client.as(admin).post<TestSection>('/admin/sections', { name }), 201);
}

/** Creates a product on sale as staff: by default 100 pieces at 50.00 each. */
export async function newProduct(
  server: Server,
  manager: Bearer,
  { sectionId, ...values }: { sectionId: string } & Readonly<Record<string, unknown>>,
): Promise<TestProduct> {
  const product = {
    sectionId,
    name: `Product ${newWord()}`,
    unitType: 'piece',
    ratePerUnit: 5000,
    quantityStep: 1,
    quantityAvailable: 100,
    ...values,
  };
  return bodyOf(await server.client.as(manager).post<TestProduct>('/admin/products', product), 201);
}

/** Changes a product on the version that was read. Returns the response, whatever its status. */
export function changeProduct(
  server: Server,
  manager: Bearer,
  { id, version }: Pick<TestProduct, 'id' | 'version'>,
  changes: object,
): Promise<ApiResponse<TestProduct & Problem>> {
  return server.client.as(manager).patch(`/admin/products/${id}`, { version, ...changes });
}

/** Returns the first page of the products that shoppers see. */
export async function listProducts(server: Server, query: Query): Promise<TestProduct[]> {
  return bodyOf(await server.client.get<{ items: TestProduct[] }>('/products', query), 200).items;
}

/** Returns the stock of a product as shoppers see it. */
export async function stockOf(server: Server, productId: string): Promise<number> {
  return bodyOf(await server.client.get<TestProduct>(`/products/${productId}`), 200).quantityAvailable;
}

/** Returns a unique word that starts with letters, so that search treats it as a word. */
function newWord(): string {
  return randomUUID()
    .replace(/[^a-f]/g, '')
    .padEnd(4, 'x')
    .concat(String.fromCharCode(97 + Math.floor(Math.random() * 26)), Date.now().toString(36));
}
