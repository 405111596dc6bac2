import { changeProduct, newProduct, newSection } from '../factories/catalog.js';
import { newManager, newShopper, signInAdmin } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
beforeAll(async () => {
  server = await useSharedServer();
});

describe('cached reads', () => {
  it.each(['/store', '/sections', '/products'])(
    'return an ETag for %s, and 304 while it matches',
    async (path) => {
      const first = await server.client.get(path);
      const etag = first.headers.get('etag') ?? '';
      expect(etag).not.toBe('');
      expect(first.headers.get('cache-control')).toContain('public');
      const again = await server.client.with({ 'if-none-match': etag }).get(path);
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
      const other = await server.client.with({ 'if-none-match': '"other"' }).get(path);
      expect(other.status).toBe(200);
    },
  );

  it('return another ETag for a product once it has changed', async () => {
    const [admin, manager] = [await signInAdmin(server), await newManager(server)];
    const { id: sectionId } = await newSection(server, admin);
    const product = await newProduct(server, manager, { sectionId });
    const etagNow = async (): Promise<string | null> =>
      (await server.client.get(`/products/${product.id}`)).headers.get('etag');
    const before = await etagNow();
    bodyOf(await changeProduct(server, manager, product, { ratePerUnit: 1 }), 200);
    expect(await etagNow()).not.toBe(before);
  });

  it('are not cacheable for signed-in users', async () => {
    const shopper = server.client.as(await newShopper(server));
    for (const path of ['/products', '/cart', '/orders', '/users/me'])
      expect((await shopper.get(path)).headers.get('cache-control')).toBe('no-store');
  });
});
