import { HttpException, NotFoundException } from '@nestjs/common';
import { translateDriverError } from '../../database/database.errors.js';

/**
 * What a layer below threw, as an error that the problem filter knows: of the database, or of the HTTP server and its
 * plug-ins, which mark a fault of the client's by a status below 500.
 */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const statusCode = error instanceof HttpException ? error.getStatus() : statusCodeOf(error);
  // The store's own refusals are domain errors. This is a folder, or a path that leads out of one: as absent as a file
  // that nobody put there.
  if (statusCode === 403) return new NotFoundException('There is no such file.');
  if (error instanceof HttpException) return error;
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new HttpException(error.message, statusCode);
  }
  return translateDriverError(error);
}

function statusCodeOf(error: Error & { readonly statusCode?: unknown }): unknown {
  return error.statusCode;
}
