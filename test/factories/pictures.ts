import sharp from 'sharp';
import { fileForm } from './files.js';

/** A small picture in the format of digital cameras' little brother: a PNG. */
export function newPicture(width = 64, height = 48): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 40 } } })
    .png()
    .toBuffer();
}

/** A picture as the browser sends it from a form. */
export function pictureForm(
  content: Buffer,
  fileName = 'picture.png',
  type = 'image/png',
): { type: string; content: Buffer } {
  return fileForm({ field: 'image', fileName, type, content });
}
