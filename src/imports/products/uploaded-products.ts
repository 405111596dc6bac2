import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { InvalidRequest } from '../../platform/common/common.errors.js';
import { isWritable } from '../../platform/common/text.js';
import type { ReceivedFile } from '../import-files.js';
import { ImportNotReadable, ImportTooLarge, ImportDiskFull } from '../imports.errors.js';

const MAX_MEGABYTES = 50;
const FORM_LIMITS = { fileSize: MAX_MEGABYTES * 1024 * 1024, files: 1, fields: 5, fieldSize: 1000 };
const MAX_FILE_NAME_LENGTH = 200;

/** A completely received form whose file is stored. */
export interface UploadedProducts extends ReceivedFile {
  readonly fileName: string;
  readonly dryRun: boolean;
}

/**
 * Reads a form with the fields `file` and `dryRun`, in any order. The file is streamed to disk.
 *
 * @param store stores the file
 * @throws ImportTooLarge, ImportNotReadable, InvalidRequest, ImportDiskFull
 */
export async function uploadedProducts(
  request: FastifyRequest,
  store: (content: Readable) => Promise<ReceivedFile>,
): Promise<UploadedProducts> {
  if (!request.isMultipart()) throw new ImportNotReadable();
  let file: (ReceivedFile & { fileName: string }) | undefined;
  let dryRun = false;
  try {
    for await (const part of request.parts({ limits: FORM_LIMITS })) {
      if (part.type === 'field') dryRun = dryRunOf(part.fieldname, part.value);
      else if (part.fieldname !== 'file') throw unknownField(part.fieldname);
      else {
        file = { ...(await store(part.file)), fileName: nameOf(part.filename) };
        if (part.file.truncated) throw new ImportTooLarge(MAX_MEGABYTES);
      }
    }
  } catch (error) {
    throw toClientError(error);
  }
  if (file === undefined) throw new ImportNotReadable();
  return { ...file, dryRun };
}

function dryRunOf(name: string, value: unknown): boolean {
  if (name !== 'dryRun') throw unknownField(name);
  if (value !== 'true' && value !== 'false')
    throw new InvalidRequest([
      { field: 'dryRun', code: 'field.is-boolean', message: 'DryRun must be true or false.' },
    ]);
  return value === 'true';
}

function unknownField(field: string): InvalidRequest {
  return new InvalidRequest([
    { field, code: 'field.unknown', message: `Property ${field} should not exist.` },
  ]);
}

/** Keeps domain and system errors. Any other error of the form parser means an invalid form. */
function toClientError(error: unknown): unknown {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (statusCode === 413) return new ImportTooLarge(MAX_MEGABYTES);
  const isKnown =
    error instanceof InvalidRequest || error instanceof ImportTooLarge || error instanceof ImportDiskFull;
  const isSystemError = code !== undefined && /^E[A-Z]+$/.test(code) && code !== 'ECONNRESET';
  return isKnown || isSystemError ? error : new ImportNotReadable();
}

function nameOf(fileName: string): string {
  const name = fileName.slice(0, MAX_FILE_NAME_LENGTH);
  return isWritable(name) && name !== '' ? name : 'products.csv';
}
