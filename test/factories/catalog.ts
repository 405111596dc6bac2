import { randomUUID } from 'node:crypto';
import { bodyOf, type Bearer } from '../setup/client.js';
import type { Server } from '../setup/server.js';

export interface TestSection {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

export interface TestProduct {
  readonly id: string;
  readonly sectionId: string;
  readonly name: string;
  readonly unitType: string;
  readonly ratePerUnit: number;
  readonly quantityAvailable: number;
  readonly version: number;
}

/** A section by an admin, with a name of its own. */
export async function newSection(
  server: Server,
  admin: Bearer,
  name = `Section ${newWord()}`,
): Promise<TestSection> {
  return bodyOf(await server.client.as(admin).post<TestSection>('/admin/sections', { name }), 201);
}

/** A product on sale by a manager or an admin: 100 pieces at 50.00 each, but for what is said otherwise. */
export async function newProduct(
  server: Server,
  manager: Bearer,
  { sectionId, ...more }: { sectionId: string } & Readonly<Record<string, unknown>>,
): Promise<TestProduct> {
  const product = {
    sectionId,
    name: `Product ${newWord()}`,
    unitType: 'piece',
    ratePerUnit: 5000,
    quantityStep: 1,
    quantityAvailable: 100,
    ...more,
  };
  return bodyOf(await server.client.as(manager).post<TestProduct>('/admin/products', product), 201);
}

/** What is left of a product, as any shopper sees it. */
export async function stockOf(server: Server, productId: string): Promise<number> {
  return bodyOf(await server.client.get<TestProduct>(`/products/${productId}`), 200).quantityAvailable;
}

/** Letters alone, so that a name is a name for the search as well. */
function newWord(): string {
  return randomUUID()
    .replace(/[^a-f]/g, '')
    .padEnd(4, 'x')
    .concat(String.fromCharCode(97 + Math.floor(Math.random() * 26)), Date.now().toString(36));
}
