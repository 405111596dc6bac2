import type { FastifyRequest } from 'fastify';
import { discardForm } from '../../platform/http/limits/discard-form.js';
import { catalogErrors } from '../catalog.errors.js';

export const MAX_IMAGE_BYTES = 5 * 1024 * 1024;

/**
 * Reads the single file of a multipart request.
 *
 * @throws catalog.image-too-large above 5 MiB; catalog.image-not-readable if the request is not a
 *   form with a file
 */
export async function uploadedImage(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw catalogErrors['image-not-readable']();
  try {
    const file = await request.file({ limits: { fileSize: MAX_IMAGE_BYTES } });
    if (file === undefined) throw catalogErrors['image-not-readable']();
    return await file.toBuffer();
  } catch (error) {
    const isTooLarge = (error as { statusCode?: number }).statusCode === 413;
    throw isTooLarge ? catalogErrors['image-too-large']() : catalogErrors['image-not-readable']();
  } finally {
    discardForm(request);
  }
}
