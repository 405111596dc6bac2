import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { fitted, textIn } from '../../scripts/lib/packshots/art/text.mjs';
import { labelOf, packshot } from '../../scripts/lib/packshots/packshots.mjs';
import { markOf, PICTURES } from '../../scripts/lib/packshots/picture-files.mjs';
import { IMAGE_WIDTHS } from '../../src/catalog/images/product-images.js';
import { DEMO_CATALOG } from '../../src/demo/catalog/demo-catalog.js';

/** Side of the thumbnails that are compared, in pixels. */
const THUMBNAIL_SIDE = 8;

/** Least mean difference of two thumbnails per channel, of 255. */
const MIN_DIFFERENCE = 3;

const products = DEMO_CATALOG.flatMap((section) =>
  section.products.map((product) => ({ ...product, section: section.name })),
);

/** Each picture in each width of the store's images. */
const pictures = products.flatMap((product) =>
  IMAGE_WIDTHS.map((width) => ({ product, width, file: `${product.picture}-${width}.webp` })),
);

describe('the pictures of the demo', () => {
  it('are one for each product in each width of the store, and no others', async () => {
    expect((await readdir(PICTURES)).toSorted()).toEqual(pictures.map(({ file }) => file).toSorted());
  });

  it('are square WebP files of at most 25 kB', async () => {
    const faults = [];
    for (const { file, width: side } of pictures) {
      const picture = await contentOf(file);
      const { format, width, height } = await sharp(picture).metadata();
      const isRight = format === 'webp' && width === side && height === side;
      if (!isRight || picture.length > 25_000)
        faults.push({ file, format, width, height, bytes: picture.length });
    }
    expect(faults).toEqual([]);
  });

  it('show what is drawn today: otherwise `npm run packshots` was forgotten', async () => {
    const outdated = [];
    for (const { product, file } of pictures) {
      const mark = markOf(packshot(product.section, product));
      if (!(await contentOf(file)).includes(mark)) outdated.push(file);
    }
    expect(outdated).toEqual([]);
  });

  it('are drawings without a missing measure or color', () => {
    const broken = products.filter((product) =>
      /undefined|NaN|null|\[object/.test(packshot(product.section, product)),
    );
    expect(broken.map(({ name }) => name)).toEqual([]);
  });

  it('are never the same file twice', async () => {
    const hashes = new Set<string>();
    for (const { file } of pictures)
      hashes.add(
        createHash('sha256')
          .update(await contentOf(file))
          .digest('hex'),
      );
    expect(hashes.size).toBe(pictures.length);
  });

  it('look different from each other', async () => {
    const thumbnails: { name: string; pixels: number[] }[] = [];
    for (const { name, picture } of products) thumbnails.push({ name, pixels: await thumbnailOf(picture) });
    const alike = thumbnails.flatMap((one, i) =>
      thumbnails
        .slice(i + 1)
        .map((other) => ({ pair: `${one.name}, ${other.name}`, by: differenceOf(one.pixels, other.pixels) }))
        .filter(({ by }) => by < MIN_DIFFERENCE),
    );
    expect(alike).toEqual([]);
  });
});

describe('labels', () => {
  it('separate the net weight from the name', () => {
    expect(labelOf({ name: 'Toned Milk 1 L', brand: 'Dhavalgram' })).toEqual({
      name: 'Toned Milk',
      brand: 'Dhavalgram',
      net: '1 L',
    });
    expect(labelOf({ name: 'Filter Coffee 80:20' })).toMatchObject({
      name: 'Filter Coffee 80:20',
      net: undefined,
    });
  });

  it('wrap and shrink a long name until it fits', () => {
    const space = { width: 200, height: 90, max: 40 };
    const name = 'Groundnut Oil, Wood Pressed in the Old Way';
    expect(fitted('Maida', space)).toMatchObject({ lines: ['Maida'], size: 40 });
    const { lines, size } = fitted(name, space);
    expect(lines.join(' ')).toBe(name);
    expect(lines.length).toBeGreaterThan(1);
    expect(size).toBeLessThan(40);

    const points = pointsOf(textIn(name, { ...space, x: 30, y: 60, color: '#000000' }));
    expect(Math.min(...points.map(({ x }) => x))).toBeGreaterThanOrEqual(30);
    expect(Math.max(...points.map(({ x }) => x))).toBeLessThanOrEqual(230);
    expect(Math.min(...points.map(({ y }) => y))).toBeGreaterThanOrEqual(60);
    expect(Math.max(...points.map(({ y }) => y))).toBeLessThanOrEqual(150);
    expect(Math.max(...points.map(({ x }) => x))).toBeGreaterThan(160);
  });

  it('refuse a text that would not fit', () => {
    expect(() => fitted('Unabbreviatable', { width: 30, height: 40, max: 20, min: 10 })).toThrow(
      'Unabbreviatable',
    );
  });

  it('are outlines, so that they need no font on the machine, in Devanagari too', () => {
    const outlineOf = (text: string): string =>
      textIn(text, { x: 0, y: 0, width: 200, height: 50, max: 40, color: '#000000' });
    const [box] = /d="[^"]+"/.exec(outlineOf('\u{10FFFF}')) ?? [];
    for (const letter of ['M', 'é', 'म', 'श्री']) {
      const svg = outlineOf(letter);
      expect(svg).not.toContain('<text');
      expect(svg).toContain('d="M');
      expect(svg).not.toContain(box);
    }
  });
});

/** Returns the points of the outlines of a text. */
function pointsOf(svg: string): { x: number; y: number }[] {
  const lines = [...svg.matchAll(/translate\((\S+) (\S+)\).*?d="([^"]*)"/g)];
  return lines.flatMap(([, left, top, d = '']) => {
    const numbers = (d.match(/-?[\d.]+/g) ?? []).map(Number);
    return numbers.flatMap((x, i) =>
      i % 2 === 0 ? [{ x: x + Number(left), y: (numbers[i + 1] ?? 0) + Number(top) }] : [],
    );
  });
}

async function contentOf(file: string): Promise<Buffer> {
  return readFile(join(PICTURES, file));
}

/** Returns the pixels of a very small copy of a picture, as red, green and blue: a perceptual hash. */
async function thumbnailOf(picture: string): Promise<number[]> {
  const smallest = await contentOf(`${picture}-${Math.min(...IMAGE_WIDTHS)}.webp`);
  return [...(await sharp(smallest).resize(THUMBNAIL_SIDE).removeAlpha().raw().toBuffer())];
}

/** Returns how much two thumbnails differ on average, per pixel and channel. */
function differenceOf(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, i) => sum + Math.abs(value - (other[i] ?? 0)), 0) / one.length;
}
