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
  readonly title = 'Not yours to export';

  constructor(kind: string) {
    super(`Your role does not allow an export of ${kind}.`);
  }
}

/** Its file is not there yet, or no longer. */
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

  constructor(most: number) {
    super(`You have ${most} exports under way. Wait until one is done, or cancel one.`, {
      retryAfterSeconds: 30,
    });
  }
}

/** Why an export failed, by the code that its row keeps. */
export const EXPORT_FAILURES: Readonly<Record<string, string>> = {
  'exports.no-room': 'There is no room left on the disk for the file.',
  'exports.failed': 'It failed several times in a row. The log of the server says why.',
};
