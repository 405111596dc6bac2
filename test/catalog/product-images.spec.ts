import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { ProductImages } from '../../src/catalog/images/product-images.js';
import { newImage } from '../factories/images.js';
import { testConfig } from '../support/stores/config.js';

let folder: string;
let images: ProductImages;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'product-images-'));
  images = new ProductImages(testConfig({ DATA_DIR: folder }));
});
afterEach(() => rm(folder, { recursive: true }));

it('stores both sizes for their owner only', async () => {
  const name = await images.store(await newImage(1600, 1200));
  for (const [width, height] of [
    [960, 720],
    [320, 240],
  ] as const) {
    const path = join(folder, 'pictures', `${name}-${width}.webp`);
    expect(await sharp(path).metadata()).toMatchObject({ format: 'webp', width, height });
    expect((await stat(path)).mode & 0o077).toBe(0);
  }
});

it('keeps transparency and orientation', async () => {
  const transparent = await sharp({
    create: { width: 200, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .withMetadata({ orientation: 6 })
    .png()
    .toBuffer();
  const name = await images.store(transparent);
  const metadata = await sharp(join(folder, 'pictures', `${name}-960.webp`)).metadata();
  expect(metadata).toMatchObject({ width: 100, height: 200, hasAlpha: true });
});

it('refuses too many pixels by the header, without decoding', async () => {
  const large = await newImage(8000, 5001);
  const startedAt = performance.now();
  await expect(images.store(large)).rejects.toMatchObject({
    code: 'catalog.image-too-many-pixels',
    message: 'An image may have 40 megapixels at most; this one has 41.',
  });
  // Decoding it takes about a second.
  expect(performance.now() - startedAt).toBeLessThan(500);
  await expect(readdir(join(folder, 'pictures'))).rejects.toMatchObject({ code: 'ENOENT' });
});

it('stores more images at once than it decodes at a time', async () => {
  const files = await Promise.all(Array.from({ length: 12 }, (_, i) => newImage(50 + i, 40)));
  const names = await Promise.all(files.map((file) => images.store(file)));
  expect(new Set(names).size).toBe(12);
});
