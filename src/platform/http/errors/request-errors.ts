import { HttpException, NotFoundException } from '@nestjs/common';
import { translateFailure } from '../../database/database.errors.js';

/**
 * Translates an error of a lower layer for the problem filter. It comes from the database, or from the HTTP server and its
 * plugins, which mark client errors by a status below 500.
 *
 * @param isUnchanged whether the request has changed nothing so far
 */
export function translateError(error: unknown, isUnchanged: boolean): unknown {
  if (!(error instanceof Error)) return error;
  const statusCode = error instanceof HttpException ? error.getStatus() : statusCodeOf(error);
  // The store's own refusals are domain errors. This one is for a folder, or a path that leads out of one: answer as for
  // a missing file.
  if (statusCode === 403) return new NotFoundException('There is no such file.');
  if (error instanceof HttpException) return error;
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new HttpException(error.message, statusCode);
  }
  // What was being saved has been translated by then: this is a failed read.
  return translateFailure(error, { isUnchanged, mayBeDone: false });
}

function statusCodeOf(error: Error & { readonly statusCode?: unknown }): unknown {
  return error.statusCode;
}
