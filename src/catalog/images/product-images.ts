import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { writeAtomically } from '../../platform/common/files/atomic-write.js';
import { Config } from '../../platform/config/config.js';
import { catalogErrors } from '../catalog.errors.js';

/** Widths in pixels in which each image is stored. */
const WIDTHS = [960, 320] as const;
const FORMATS = new Set(['jpeg', 'png', 'webp', 'avif', 'heif']);
const MAX_PIXELS = 40_000_000;

/** Returns the URL of an image, or null if there is none. Its content never changes: another image has another name. */
export function imageUrl(name: string | null, width: (typeof WIDTHS)[number]): string | null {
  return name === null ? null : `/media/${name}-${width}.webp`;
}

/** Stores product images as files in the data folder, named by their content. */
@Injectable()
export class ProductImages {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'pictures');
  }

  /**
   * Validates an uploaded image by its content, re-encodes it (which drops any other data in the file), and stores it.
   * Uploading the same image twice stores it once. The file is complete before any row can refer to it.
   *
   * @returns the name of the image, for the product's `image`
   * @throws catalog.image-not-readable
   */
  async store(upload: Buffer): Promise<string> {
    const sizes = await encode(upload);
    const name = createHash('sha256').update(sizes[0].webp).digest('hex').slice(0, 32);
    await Promise.all(
      sizes.map(({ width, webp }) => writeOnce(join(this.folder, `${name}-${width}.webp`), webp)),
    );
    return name;
  }
}

type EncodedSizes = [{ width: number; webp: Buffer }, ...{ width: number; webp: Buffer }[]];

async function encode(upload: Buffer): Promise<EncodedSizes> {
  // Loaded with the first image, so that it does not delay startup.
  const { default: sharp } = await import('sharp');
  try {
    const image = sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { format } = await image.metadata();
    if (!FORMATS.has(format)) throw catalogErrors['image-not-readable']();
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
    )) as EncodedSizes;
  } catch {
    throw catalogErrors['image-not-readable']();
  }
}

/** Does nothing if the file exists: its name is the hash of its content. A web server of another user may read it. */
async function writeOnce(path: string, content: Buffer): Promise<void> {
  if (!(await exists(path))) await writeAtomically(path, content, { mode: 0o666 });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
