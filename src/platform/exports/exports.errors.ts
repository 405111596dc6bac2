import { DomainError } from '../common/domain-error.js';
import type { ExportStatus } from './export-status.js';

export class ExportNotFound extends DomainError {
  readonly code = 'exports.not-found';
  readonly kind = 'not-found';
  readonly title = 'No such export';

  constructor() {
    super('There is no such export.');
  }
}

export class ExportNotAllowed extends DomainError {
  readonly code = 'exports.not-allowed';
  readonly kind = 'forbidden';
  readonly title = 'Export not allowed';

  constructor(kind: string) {
    super(`Your role does not allow an export of ${kind}.`);
  }
}

/** The file does not exist yet, or no longer. */
export class ExportHasNoFile extends DomainError {
  readonly code = 'exports.no-file';
  readonly kind = 'conflict';
  readonly title = 'There is no file';

  constructor(exportStatus: ExportStatus) {
    super(`The export is ${exportStatus}: it has no file.`, { exportStatus });
  }
}

export class TooManyExports extends DomainError {
  readonly code = 'exports.too-many';
  readonly kind = 'limited';
  readonly title = 'Too many exports at once';

  constructor(max: number) {
    super(`You already have ${max} exports in progress. Wait until one is done, or cancel one.`, {
      retryAfterSeconds: 30,
    });
  }
}

/** Messages of failed exports, by the error code that their row contains. */
export const EXPORT_FAILURES: Readonly<Record<string, string>> = {
  'exports.no-room': 'There is no room left on the disk for the file.',
  'exports.failed': 'The export failed several times in a row. The server log contains the reason.',
};
