import type { FastifyRequest } from 'fastify';
import { ImageNotReadable, ImageTooLarge } from '../catalog.errors.js';

/**
 * Reads the single file of a multipart request.
 *
 * @throws ImageTooLarge above the multipart limit; ImageNotReadable if the request is not a form with a file
 */
export async function uploadedImage(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new ImageNotReadable();
  try {
    const file = await request.file();
    if (file === undefined) throw new ImageNotReadable();
    return await file.toBuffer();
  } catch (error) {
    const isTooLarge = (error as { statusCode?: number }).statusCode === 413;
    throw isTooLarge ? new ImageTooLarge() : new ImageNotReadable();
  }
}
