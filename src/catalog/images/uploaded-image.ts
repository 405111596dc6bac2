import type { FastifyRequest } from 'fastify';
import { ImageNotReadable, ImageTooLarge } from '../catalog.errors.js';

/**
 * The one file of a multipart request, whole.
 *
 * @throws ImageTooLarge beyond the multipart limit; ImageNotReadable where the request is no form with a file
 */
export async function uploadedImage(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new ImageNotReadable();
  try {
    const file = await request.file();
    if (file === undefined) throw new ImageNotReadable();
    return await file.toBuffer();
  } catch (error) {
    const tooLarge = (error as { statusCode?: number }).statusCode === 413;
    throw tooLarge ? new ImageTooLarge() : new ImageNotReadable();
  }
}
