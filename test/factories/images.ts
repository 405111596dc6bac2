import sharp from 'sharp';
import { fileForm } from './files.js';

/** Creates a small PNG image. */
export function newImage(width = 64, height = 48): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 40 } } })
    .png()
    .toBuffer();
}

/** Returns a form with an image, as a browser sends it. */
export function imageForm(
  content: Buffer,
  fileName = 'picture.png',
  type = 'image/png',
): { type: string; content: Buffer } {
  return fileForm({ field: 'image', fileName, type, content });
}
