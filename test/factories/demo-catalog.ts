import { DEMO_CATALOG } from '../../src/demo/catalog/demo-catalog.js';
import { HINDI_CATALOG } from '../../src/demo/catalog/hindi/demo-catalog-hindi.js';
import { bodyOf, type Bearer } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { newProduct, newSection } from './catalog.js';

/** Creates the sections and products of the demo store with their texts, without their pictures. */
export async function newDemoCatalog(server: Server, admin: Bearer): Promise<void> {
  for (const { name, products } of DEMO_CATALOG) {
    const { id: sectionId } = await newSection(server, admin, name);
    for (const { name: productName, brand, description, unitType, rate, step, stock } of products) {
      const sold = { unitType, ratePerUnit: rate, quantityStep: step, quantityAvailable: stock };
      const body = { sectionId, name: productName, brand, description, ...sold };
      const { id, version } = await newProduct(server, admin, body);
      const texts = { ...HINDI_CATALOG[name]?.products[productName], version };
      bodyOf(await server.client.as(admin).put(`/admin/products/${id}/texts/hi`, texts), 200);
    }
  }
}
