import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { newProduct, newSection } from '../factories/catalog.js';
import { imageForm, newImage } from '../factories/images.js';
import { newUsername, register, signInAdmin } from '../factories/users.js';
import { productsForm } from '../factories/files.js';
import { bodyOf } from '../support/clients/client.js';
import { sendRaw } from '../support/clients/raw-request.js';
import { waitUntil } from '../support/servers/processes.js';
import { HAS_WORKERS, startServer, type Server } from '../support/servers/server.js';
import { createEmptyStoreLocation } from '../support/stores/engine.js';

const ACCESS_OF_OTHERS = 0o077;

/** The files and folders of `folder`, itself included, with their modes. The store may remove files meanwhile; those are left out. */
async function modesBelow(folder: string): Promise<Map<string, number>> {
  const modes = new Map<string, number>();
  for (const name of ['', ...(await readdir(folder, { recursive: true }))]) {
    const file = join(folder, name);
    const stats = await stat(file).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return null;
    });
    if (stats !== null) modes.set(file, stats.mode & 0o777);
  }
  return modes;
}

/** Makes the store write a file of each kind: a picture, an import, an export and mails. */
async function fill(server: Server): Promise<void> {
  const admin = await signInAdmin(server);
  const { id: sectionId } = await newSection(server, admin);
  const { id } = await newProduct(server, admin, { sectionId });
  const send = async (
    method: string,
    path: string,
    form: { type: string; content: Buffer },
  ): Promise<number> => {
    const headers = { authorization: `Bearer ${admin.accessToken}`, 'content-type': form.type };
    return (await sendRaw(server.url, { method, path: `/api/v1/admin${path}`, headers, body: form.content }))
      .status;
  };
  expect(await send('PUT', `/products/${id}/image?version=1`, imageForm(await newImage()))).toBe(200);
  expect(await send('POST', '/imports/products', productsForm('section,name\nnowhere,nothing'))).toBe(202);
  bodyOf(await server.client.as(admin).post('/admin/exports', { kind: 'products' }), 202);
  await register(server, newUsername());
}

it('creates files and folders that only its owner may use', async () => {
  const { dataDir, ...location } = await createEmptyStoreLocation();
  const folder = join(dataDir, 'data');
  const secret: Record<string, string> = HAS_WORKERS ? {} : { JWT_SECRET: '' };
  const server = await startServer({ env: secret, location: { ...location, dataDir: folder } });
  await fill(server);
  const kinds = [
    'pictures',
    'imports',
    ...(HAS_WORKERS ? [] : ['exports', 'mail', 'store.sqlite', 'jwt-secret']),
  ];
  const seen = new Map<string, number>();
  await waitUntil(async () => {
    const modes = await modesBelow(folder);
    for (const [file, mode] of modes) seen.set(file, mode);
    const names = [...modes.keys()];
    const isDone = names.every((name) => !name.endsWith('.part'));
    return isDone && kinds.every((kind) => names.some((name) => name.startsWith(join(folder, kind))));
  });
  const open = [...seen].filter(([, mode]) => (mode & ACCESS_OF_OTHERS) !== 0);
  expect(open.map(([file, mode]) => `${file} ${mode.toString(8)}`)).toEqual([]);
});
