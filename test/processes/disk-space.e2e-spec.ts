import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newProduct, newSection } from '../factories/catalog.js';
import { imageForm, newImage } from '../factories/images.js';
import { signInAdmin } from '../factories/users.js';
import type { ApiResponse, Problem } from '../support/clients/client.js';
import { sendRaw } from '../support/clients/raw-request.js';
import { waitUntil } from '../support/servers/processes.js';
import { startServer } from '../support/servers/server.js';
import { SmallDisk } from '../support/servers/small-disk.js';
import { afterFile, createStoreLocation, describeIf, ENGINE } from '../support/stores/engine.js';
import { STORE_FILE } from '../support/stores/sqlite-files.js';

const DISK_MEGABYTES = 24;

describeIf(SmallDisk.canMount())('on a disk that is full', () => {
  it('says that it is not ready, answers no write with 500, and recovers by itself', async () => {
    const disk = await SmallDisk.mount(DISK_MEGABYTES);
    afterFile(() => disk.remove());
    const location = await createStoreLocation();
    if (ENGINE === 'sqlite') await copyFile(join(location.dataDir, STORE_FILE), join(disk.path, STORE_FILE));
    const server = await startServer({
      location: { ...location, dataDir: disk.path },
      env: { MIN_FREE_DISK: '0', LOG_LEVEL: 'warn' },
    });
    const admin = await signInAdmin(server);
    const { id: sectionId } = await newSection(server, admin);
    const product = await newProduct(server, admin, { sectionId });
    const ready = (): Promise<ApiResponse<Problem>> => server.client.get<Problem>('//health/ready');

    await disk.fill();
    await waitUntil(async () => (await ready()).status === 503);
    expect((await ready()).body).toMatchObject({
      code: 'ops.not-ready',
      failed: ['disk'],
      detail: 'The disk of the data folder is full, or cannot be written.',
    });
    expect((await server.client.get('//health/live')).status).toBe(200);
    const probe = server
      .logs()
      .split('\n')
      .find((line) => line.includes('"ops.not-ready"'));
    expect(JSON.parse(probe ?? '')).toMatchObject({ level: 40, failed: ['disk'], msg: 'request refused' });
    expect(probe).not.toContain('stack');
    const picture = imageForm(await newImage(800, 600), 'picture.png', 'image/png');
    const upload = await sendRaw(server.url, {
      method: 'PUT',
      path: `/api/v1/admin/products/${product.id}/image?version=1`,
      headers: { authorization: `Bearer ${admin.accessToken}`, 'content-type': picture.type },
      body: picture.content,
    });
    expect(upload.status).toBe(503);

    await disk.empty();
    await waitUntil(async () => (await ready()).status === 200);
    await newSection(server, admin);
  });
});
