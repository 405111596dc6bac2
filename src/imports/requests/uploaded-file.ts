import { createHash, type Hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { requestErrors } from '../../platform/common/common.errors.js';
import { isError } from '../../platform/common/errors/define-errors.js';
import type { DomainError } from '../../platform/common/errors/domain-error.js';
import { DiskFullError } from '../../platform/common/files/atomic-write.js';
import { isWritable } from '../../platform/common/text.js';
import { discardForm } from '../../platform/http/limits/discard-form.js';
import { validate } from '../../platform/http/validation/field-errors.js';
import { importErrors } from '../imports.errors.js';
import { ReadingBody } from '../reading/reading.dto.js';
import { RowsHash } from './rows-hash.js';

const MAX_MEGABYTES = 50;
export const MAX_FILE_BYTES = MAX_MEGABYTES * 1024 * 1024;
const MAX_FILE_NAME_LENGTH = 200;

/** A completely received form whose file is stored. */
export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
  /** Hash of the rows alone. See {@link RowsHash}. */
  readonly contentSha256: string;
  readonly flags: UploadFlags;
  /** What the person says about the file. */
  readonly choice: ReadingBody;
}

/** Fields of the form besides the file. */
export interface UploadFlags {
  /** True to only report what would change. */
  readonly dryRun: boolean;
  /** True to apply rows that were applied before. */
  readonly confirmRepeat: boolean;
  /** True to apply rates that change more than fivefold. */
  readonly confirmRateChanges: boolean;
}

const NO_FLAGS: UploadFlags = { dryRun: false, confirmRepeat: false, confirmRateChanges: false };

/**
 * Reads a form with the field `file`, those of {@link UploadFlags} and `reading`, in any order. The file is streamed to disk.
 *
 * @param store stores the content and returns its size
 * @throws imports.too-large, imports.not-readable, request.invalid, imports.no-room
 */
export async function uploadedFile(
  request: FastifyRequest,
  store: (content: AsyncIterable<Buffer>) => Promise<number>,
): Promise<UploadedFile> {
  if (!request.isMultipart()) throw importErrors['not-readable']();
  let file: Omit<UploadedFile, 'flags' | 'choice'> | undefined;
  let flags = NO_FLAGS;
  let choice = new ReadingBody();
  try {
    for await (const part of request.parts({ limits: { fileSize: MAX_FILE_BYTES } })) {
      if (part.type === 'field' && part.fieldname === 'reading') choice = choiceOf(part.value);
      else if (part.type === 'field') flags = { ...flags, ...flagOf(part.fieldname, part.value) };
      else if (part.fieldname !== 'file') throw unknownField(part.fieldname);
      else {
        const hash = createHash('sha256');
        const rows = new RowsHash();
        const bytes = await store(thenPause(request, hashed(part.file, hash, rows)));
        request.raw.resume();
        const hashes = { sha256: hash.digest('hex'), contentSha256: rows.digest() };
        file = { fileName: nameOf(part.filename), bytes, ...hashes };
        if (part.file.truncated) throw fileTooLarge();
      }
    }
  } catch (error) {
    discardForm(request);
    throw toClientError(error);
  }
  if (file === undefined) throw importErrors['not-readable']();
  return { ...file, flags, choice };
}

/** Stops reading the form when its file has ended, until that is stored: meanwhile the parser would go through all that follows. */
async function* thenPause({ raw }: FastifyRequest, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* content;
  raw.pause();
}

export function fileTooLarge(): DomainError {
  return importErrors['too-large']({ megabytes: MAX_MEGABYTES });
}

async function* hashed(
  chunks: AsyncIterable<Buffer>,
  ...hashes: readonly Pick<Hash | RowsHash, 'update'>[]
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (const hash of hashes) hash.update(chunk);
    yield chunk;
  }
}

function flagOf(name: string, value: unknown): Partial<UploadFlags> {
  if (!Object.hasOwn(NO_FLAGS, name)) throw unknownField(name);
  if (value !== 'true' && value !== 'false')
    throw requestErrors.invalid({
      errors: [{ field: name, code: 'field.is-boolean', message: `${name} must be true or false.` }],
    });
  return { [name]: value === 'true' };
}

/** Reads the JSON of a {@link ReadingBody}. */
function choiceOf(value: unknown): ReadingBody {
  return validate(ReadingBody, jsonObject(String(value)), 'reading');
}

function jsonObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Reported below, like any other text.
  }
  throw requestErrors.invalid({
    errors: [{ field: 'reading', code: 'field.is-object', message: 'Reading must be a JSON object.' }],
  });
}

function unknownField(field: string): DomainError {
  return requestErrors.invalid({
    errors: [{ field, code: 'field.unknown', message: `${field} should not exist.` }],
  });
}

/** Keeps domain and system errors. Any other error of the form parser means an invalid form. */
function toClientError(error: unknown): unknown {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (statusCode === 413) return fileTooLarge();
  if (error instanceof DiskFullError) return importErrors['no-room']();
  const isKnown = isError(error, requestErrors.invalid) || isError(error, importErrors['too-large']);
  const isSystemError = code !== undefined && /^E[A-Z]+$/.test(code) && code !== 'ECONNRESET';
  return isKnown || isSystemError ? error : importErrors['not-readable']();
}

function nameOf(fileName: string): string {
  const name = fileName.slice(0, MAX_FILE_NAME_LENGTH);
  return isWritable(name) && name !== '' ? name : 'products.csv';
}
