import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newImage, imageForm } from '../factories/images.js';
import { signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import type { ApiResponse } from '../support/clients/client.js';
import { sendRaw, type RawResponse } from '../support/clients/raw-request.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let product: TestProduct;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
});
beforeEach(async () => {
  const { id: sectionId } = await newSection(server, admin);
  product = await newProduct(server, admin, { sectionId });
});

interface ProductImage {
  readonly imageUrl: string;
  readonly thumbnailUrl: string;
  readonly version: number;
}

function upload(
  file: Buffer,
  { version = 1, name = 'picture.png', type = 'image/png' } = {},
): Promise<RawResponse> {
  const form = imageForm(file, name, type);
  return sendRaw(server.url, {
    method: 'PUT',
    path: `/api/v1/admin/products/${product.id}/image?version=${version}`,
    headers: { authorization: `Bearer ${admin.accessToken}`, 'content-type': form.type },
    body: form.content,
  });
}

async function uploaded(file: Buffer, options = {}): Promise<ProductImage> {
  const response = await upload(file, options);
  if (response.status !== 200) throw new Error(`${response.status}: ${response.text}`);
  return JSON.parse(response.text) as ProductImage;
}

async function served(url: string): Promise<{ headers: Headers; content: Buffer }> {
  const response = await fetch(server.url + url);
  expect(response.status).toBe(200);
  return { headers: response.headers, content: Buffer.from(await response.arrayBuffer()) };
}

it('encodes an image as WebP in two sizes and serves it as immutable', async () => {
  const { imageUrl, thumbnailUrl, version } = await uploaded(await newImage(1600, 1200));
  expect(version).toBe(2);
  for (const [url, width, height] of [
    [imageUrl, 960, 720],
    [thumbnailUrl, 320, 240],
  ] as const) {
    const { headers, content } = await served(url);
    expect(headers.get('content-type')).toBe('image/webp');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(await sharp(content).metadata()).toMatchObject({ format: 'webp', width, height });
  }
});

it('does not enlarge an image, and applies its orientation', async () => {
  const rotated = await sharp(await newImage(200, 100))
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { imageUrl } = await uploaded(rotated, { name: 'a.jpg', type: 'image/jpeg' });
  expect(await sharp((await served(imageUrl)).content).metadata()).toMatchObject({ width: 100, height: 200 });
});

it('strips metadata and appended content', async () => {
  const secret = 'GPS 12.9716 N 77.5946 E';
  const script = '<script>alert(document.cookie)</script>';
  const jpeg = await sharp(await newImage())
    .withExif({ IFD0: { Copyright: secret, ImageDescription: script } })
    .jpeg()
    .toBuffer();
  const polyglot = Buffer.concat([jpeg, Buffer.from(`\n<html><body>${script}</body></html>`)]);
  const { imageUrl, thumbnailUrl } = await uploaded(polyglot, { name: 'a.html', type: 'text/html' });
  for (const url of [imageUrl, thumbnailUrl]) {
    const { headers, content } = await served(url);
    expect(headers.get('content-type')).toBe('image/webp');
    expect(content.includes(script)).toBe(false);
    expect(content.includes('GPS 12')).toBe(false);
  }
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>';

it.each<[string, () => Promise<Buffer> | Buffer]>([
  ['an SVG', () => Buffer.from(SVG)],
  [
    'an SVG that refers to a file',
    () => Buffer.from(`<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${SVG}`),
  ],
  ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['HTML followed by an image', async () => Buffer.concat([Buffer.from('<html><!--'), await newImage()])],
  ['a PDF', () => Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF')],
  [
    'a GIF',
    () =>
      Buffer.from(
        'GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;',
        'latin1',
      ),
  ],
  ['a truncated PNG', async () => (await newImage(300, 300)).subarray(0, 200)],
  ['an empty file', () => Buffer.alloc(0)],
  ['zeros', () => Buffer.alloc(1000)],
])('refuses %s with 415', async (_, make) => {
  const response = await upload(await make());
  expect([response.status, (JSON.parse(response.text) as { code: string }).code]).toEqual([
    415,
    'catalog.image-not-readable',
  ]);
});

it('refuses more than five megabytes with 413', async () => {
  const response = await upload(Buffer.alloc(5 * 1024 * 1024 + 1));
  expect(response.status).toBe(413);
  expect(JSON.parse(response.text)).toMatchObject({ code: 'catalog.image-too-large' });
});

it('refuses more than 40 megapixels with 413 by the header of the file', async () => {
  const response = await upload(await newImage(8000, 5001));
  expect(response.status).toBe(413);
  expect(JSON.parse(response.text)).toMatchObject({
    code: 'catalog.image-too-many-pixels',
    detail: 'An image may have 40 megapixels at most; this one has 41.',
    max: 40,
  });
});

it('decodes one of ten large images that arrive at once for one version', async () => {
  const large = await newImage(8000, 5000);
  const durations: number[] = [];
  const responses = await Promise.all(Array.from({ length: 10 }, () => upload(large)));
  const accepted = responses.filter(({ status }) => status === 200);
  const refused = responses.filter(({ status }) => status === 409);
  expect([accepted.length, refused.length]).toEqual([1, 9]);
  for (const { text, milliseconds } of refused) {
    expect((JSON.parse(text) as { code: string }).code).toMatch(
      /^(catalog.image-under-way|request.stale-version)$/,
    );
    durations.push(milliseconds);
  }
  // Nine of them have not waited for the decoding of the tenth.
  expect(Math.max(...durations)).toBeLessThan((accepted[0]?.milliseconds ?? 0) / 2);
});

it('refuses an image on a stale version before it reads the file', async () => {
  await uploaded(await newImage(20, 20));
  const response = await upload(Buffer.alloc(4 * 1024 * 1024));
  expect([response.status, JSON.parse(response.text)]).toMatchObject([
    409,
    { code: 'request.stale-version', currentVersion: 2 },
  ]);
});

it('refuses an image on a stale version with 409 and keeps the old one', async () => {
  const { imageUrl } = await uploaded(await newImage(20, 20));
  expect((await upload(await newImage(30, 30))).status).toBe(409);
  const current = await server.client.get<ProductImage>(`/products/${product.id}`);
  expect(current.body.imageUrl).toBe(imageUrl);
});

it('stores the same image once and leaves no partial file', async () => {
  const file = await newImage(33, 33);
  const first = await uploaded(file);
  const second = await uploaded(file, { version: 2 });
  expect(second.imageUrl).toBe(first.imageUrl);
  const files = await readdir(join(server.dataDir, 'pictures'));
  expect(files.filter((name) => !/^[0-9a-f]{32}-(960|320)\.webp$/.test(name))).toEqual([]);
});

it('removes an image from the shop, and accepts it again', async () => {
  const file = await newImage(40, 40);
  const { imageUrl } = await uploaded(file);
  const remove = (version: number): Promise<ApiResponse> =>
    server.client.as(admin).delete(`/admin/products/${product.id}/image?version=${version}`);

  expect(await remove(1)).toMatchObject({ status: 409, body: { code: 'request.stale-version' } });
  expect(await remove(2)).toMatchObject({
    status: 200,
    body: { imageUrl: null, thumbnailUrl: null, version: 3 },
  });

  const publicProduct = await server.client.get(`/products/${product.id}`);
  expect(publicProduct.body).toMatchObject({ imageUrl: null, thumbnailUrl: null });
  const [entry] = await new AuditLog(server, admin).entries({ subjectId: product.id });
  expect(entry).toMatchObject({
    action: 'catalog.product-image-changed',
    before: { image: expect.stringMatching(/^[0-9a-f]{32}$/) as string },
    after: { image: null },
  });
  // There is no image to remove, so the product stays unchanged.
  expect(await remove(3)).toMatchObject({ status: 200, body: { version: 3 } });
  expect((await uploaded(file, { version: 3 })).imageUrl).toBe(imageUrl);
});

it.each([
  '/media/',
  '/media/nothing.webp',
  '/media/../store.sqlite',
  '/media/%2e%2e/store.sqlite',
  '/media/..%2fstore.sqlite',
  '/media/.hidden',
  '/media/%00',
])('serves no other file: %s', async (path) => {
  const response = await sendRaw(server.url, { method: 'GET', path });
  expect([400, 404]).toContain(response.status);
  expect(response.headers['content-type']).toContain('application/problem+json');
});
