import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Semaphore } from 'async-mutex';
import type sharp from 'sharp';
import type { Metadata, ResizeOptions } from 'sharp';
import { writeAtomically } from '../../platform/common/files/atomic-write.js';
import { Config } from '../../platform/config/config.js';
import { catalogErrors } from '../catalog.errors.js';

/** Widths in pixels in which each image is stored, the largest first. */
export const IMAGE_WIDTHS = [960, 320] as const;
const FORMATS = new Set(['jpeg', 'png', 'webp', 'avif', 'heif']);
const MAX_MEGAPIXELS = 40;
const PIXELS_PER_MEGAPIXEL = 1_000_000;
const QUALITY = { quality: 80, effort: 2 };

/** Decoding an image takes up to a second of a processor and 100 MB. Other work needs the rest of the thread pool. */
const MAX_DECODING = 2;

/** Returns the URL of an image, or null if there is none. Its content never changes: another image has another name. */
export function imageUrl(name: string | null, width: (typeof IMAGE_WIDTHS)[number]): string | null {
  return name === null ? null : `/media/${name}-${width}.webp`;
}

/** Stores product images as files in the data folder, named by their content. */
@Injectable()
export class ProductImages {
  private readonly folder: string;
  private readonly decoding = new Semaphore(MAX_DECODING);

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'pictures');
  }

  /**
   * Validates an uploaded image by its content, re-encodes it (which drops any other data in the file), and stores it.
   * Uploading the same image twice stores it once. The file is complete before any row can refer to it.
   *
   * @returns the name of the image, for the product's `image`
   * @throws catalog.image-not-readable, catalog.image-too-many-pixels
   */
  async store(upload: Buffer): Promise<string> {
    await assertDecodable(upload);
    return this.storeEncoded(await this.decoding.runExclusive(() => encode(upload)));
  }

  /**
   * Stores an image that is encoded already, in every width. For files that come with the program: their content is not
   * checked.
   *
   * @returns the name of the image
   */
  async storeEncoded(sizes: EncodedSizes): Promise<string> {
    const name = createHash('sha256').update(sizes[0].webp).digest('hex').slice(0, 32);
    await Promise.all(
      sizes.map(({ width, webp }) => writeOnce(join(this.folder, `${name}-${width}.webp`), webp)),
    );
    return name;
  }
}

/** An image in one of the widths. */
interface EncodedSize {
  readonly width: number;
  readonly webp: Buffer;
}

/** An image in every width, the largest first. */
export type EncodedSizes = readonly [EncodedSize, ...EncodedSize[]];

/** Loads the image library with the first image, so that it does not delay startup. */
const imageLibrary = async (): Promise<typeof sharp> => (await import('sharp')).default;

/** Reads the header of the file only. */
async function assertDecodable(upload: Buffer): Promise<void> {
  const open = await imageLibrary();
  const metadata = async (): Promise<Metadata> => open(upload, { limitInputPixels: false }).metadata();
  const { format, width, height } = await metadata().catch(() => {
    throw catalogErrors['image-not-readable']();
  });
  if (!FORMATS.has(format)) throw catalogErrors['image-not-readable']();
  const megapixels = (width * height) / PIXELS_PER_MEGAPIXEL;
  if (megapixels > MAX_MEGAPIXELS)
    throw catalogErrors['image-too-many-pixels']({ megapixels: Math.ceil(megapixels), max: MAX_MEGAPIXELS });
}

/** Decodes the image once, and makes every size of the largest. */
async function encode(upload: Buffer): Promise<EncodedSizes> {
  const open = await imageLibrary();
  try {
    const [largest, ...others] = IMAGE_WIDTHS;
    const { data, info } = await open(upload, {
      limitInputPixels: MAX_MEGAPIXELS * PIXELS_PER_MEGAPIXEL,
      failOn: 'error',
    })
      .rotate()
      .resize(fitting(largest))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const decoded = open(data, { raw: info });
    const sizes: EncodedSize[] = [];
    for (const width of [largest, ...others])
      sizes.push({ width, webp: await decoded.clone().resize(fitting(width)).webp(QUALITY).toBuffer() });
    return sizes as unknown as EncodedSizes;
  } catch {
    throw catalogErrors['image-not-readable']();
  }
}

function fitting(width: number): ResizeOptions {
  return { width, height: width, fit: 'inside', withoutEnlargement: true };
}

/** Does nothing if the file exists: its name is the hash of its content. */
async function writeOnce(path: string, content: Buffer): Promise<void> {
  if (!(await exists(path))) await writeAtomically(path, content);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
