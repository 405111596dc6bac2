import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IMAGE_WIDTHS, type EncodedSizes } from '../catalog/images/product-images.js';

/** Pictures of the demo's products, which `npm run packshots` draws. The build copies them. */
const FOLDER = join(import.meta.dirname, 'pictures');

/** Reads a picture of a product of the demo store in every width that the store keeps. */
export async function readPicture(name: string): Promise<EncodedSizes> {
  const [largest, ...others] = IMAGE_WIDTHS;
  const read = async (width: number): Promise<EncodedSizes[0]> => ({
    width,
    webp: await readFile(join(FOLDER, `${name}-${width}.webp`)),
  });
  return [await read(largest), ...(await Promise.all(others.map(read)))];
}
