import { createHash } from 'node:crypto';
import { mkdir, open, rename, access } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { ImageNotReadable } from '../catalog.errors.js';

/** Widths in pixels that each picture is kept in. */
const WIDTHS = [960, 320] as const;
const FORMATS = new Set(['jpeg', 'png', 'webp', 'avif', 'heif']);
const MAX_PIXELS = 40_000_000;

/** The address of a picture, or null where there is none. Its content never changes: another picture has another name. */
export function pictureUrl(name: string | null, width: (typeof WIDTHS)[number]): string | null {
  return name === null ? null : `/media/${name}-${width}.webp`;
}

/** Keeps product pictures as files in the data folder, named by their content. */
@Injectable()
export class ProductImages {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'pictures');
  }

  /**
   * Checks an uploaded image by its content, encodes it anew (which drops whatever else is in the file), and keeps it.
   * The same image twice is one picture. The file is there, whole, before any row can name it.
   *
   * @returns the picture's name, for the product's `image`
   * @throws ImageNotReadable
   */
  async keep(upload: Buffer): Promise<string> {
    const sizes = await encode(upload);
    const name = createHash('sha256').update(sizes[0].webp).digest('hex').slice(0, 32);
    await mkdir(this.folder, { recursive: true });
    await Promise.all(
      sizes.map(({ width, webp }) => writeWhole(join(this.folder, `${name}-${width}.webp`), webp)),
    );
    return name;
  }
}

type Sizes = [{ width: number; webp: Buffer }, ...{ width: number; webp: Buffer }[]];

async function encode(upload: Buffer): Promise<Sizes> {
  // Loaded for the first picture: a store that starts has no time for it.
  const { default: sharp } = await import('sharp');
  try {
    const image = sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { format } = await image.metadata();
    if (!FORMATS.has(format)) throw new ImageNotReadable();
    const upright = image.rotate();
    return (await Promise.all(
      WIDTHS.map(async (width) => ({
        width,
        webp: await upright
          .clone()
          .resize({ width, height: width, fit: 'inside', withoutEnlargement: true })
          .webp({ quality: 80, effort: 2 })
          .toBuffer(),
      })),
    )) as Sizes;
  } catch {
    throw new ImageNotReadable();
  }
}

/** Under its name the file is whole or not there: it is written aside, forced to disk, and renamed. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  if (await exists(file)) return;
  const aside = `${file}.${newId()}.part`;
  const handle = await open(aside, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
