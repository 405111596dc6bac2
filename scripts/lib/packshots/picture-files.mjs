import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { inRoot } from '../root.mjs';
import { packshot } from './packshots.mjs';

/** Folder of the pictures, which are committed. */
export const PICTURES = inRoot('src', 'demo', 'pictures');

/** Widths in pixels of each picture: those that the store keeps of an image. */
const WIDTHS = [960, 320];

/** Largest file of a picture. */
const MAX_BYTES = 25_000;

/** Qualities that are tried until a file is small enough. */
const QUALITIES = [66, 60, 54, 48];

/** Returns a mark of a drawing, which its files carry: a picture is out of date if it has another one. */
export const markOf = (svg) => `packshot ${createHash('sha256').update(svg).digest('hex').slice(0, 16)}`;

/**
 * Draws the pictures that are missing or out of date, and removes those of no product.
 *
 * @param {readonly { name: string, products: readonly { name: string, brand?: string, picture: string }[] }[]} catalog
 * @returns {Promise<{ drawn: number, removed: number }>} numbers of files
 */
export async function updatePictures(catalog) {
  await mkdir(PICTURES, { recursive: true });
  const superfluous = new Set(await readdir(PICTURES));
  let drawn = 0;
  for (const { name: section, products } of catalog) {
    for (const product of products) {
      const svg = packshot(section, product);
      for (const width of WIDTHS) {
        const file = `${product.picture}-${width}.webp`;
        superfluous.delete(file);
        if (await isCurrent(join(PICTURES, file), svg)) continue;
        await writeFile(join(PICTURES, file), await webpOf(svg, width, file));
        drawn += 1;
      }
    }
  }
  for (const file of superfluous) await unlink(join(PICTURES, file));
  return { drawn, removed: superfluous.size };
}

async function isCurrent(path, svg) {
  const file = await readFile(path).catch(() => Buffer.alloc(0));
  return file.includes(markOf(svg));
}

async function webpOf(svg, width, file) {
  const pixels = await sharp(Buffer.from(svg))
    .resize(width)
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
  for (const quality of QUALITIES) {
    const webp = await sharp(pixels)
      .withExif({ IFD0: { ImageDescription: markOf(svg) } })
      .webp({ quality, effort: 6, smartSubsample: true })
      .toBuffer();
    if (webp.length <= MAX_BYTES) return webp;
  }
  throw new Error(
    `${file} is larger than ${MAX_BYTES} bytes, also in the lowest quality. Draw fewer details.`,
  );
}
