import { DomainError } from '../platform/common/domain-error.js';
import type { ImportStatus } from './import-status.js';

export class ImportNotFound extends DomainError {
  readonly code = 'imports.not-found';
  readonly kind = 'not-found';
  readonly title = 'No such import';

  constructor() {
    super('There is no such import.');
  }
}

export class ImportTooLarge extends DomainError {
  readonly code = 'imports.too-large';
  readonly kind = 'too-large';
  readonly title = 'The file is too large';

  constructor(megabytes: number) {
    super(`A file may have at most ${megabytes} MB. Split it into several files.`);
  }
}

export class ImportNotReadable extends DomainError {
  readonly code = 'imports.not-readable';
  readonly kind = 'unsupported-media';
  readonly title = 'Not a form with a file';

  constructor() {
    super('Send a CSV file as the field file of a multipart form, and dryRun as true or false.');
  }
}

/** The disk is full. */
export class ImportDiskFull extends DomainError {
  readonly code = 'imports.no-room';
  readonly kind = 'unavailable';
  readonly title = 'Disk full';

  constructor() {
    super('The disk of the server is full. Nothing has been changed.', { retryAfterSeconds: 300 });
  }
}

export class TooManyImports extends DomainError {
  readonly code = 'imports.too-many';
  readonly kind = 'limited';
  readonly title = 'Too many imports at once';

  constructor(max: number) {
    super(`You have ${max} imports in progress. Wait until one is done, or cancel one.`, {
      retryAfterSeconds: 30,
    });
  }
}

export class ImportNotCancellable extends DomainError {
  readonly code = 'imports.not-cancellable';
  readonly kind = 'conflict';
  readonly title = 'Too late to cancel';

  constructor(importStatus: ImportStatus) {
    super(`The import is ${importStatus}: it can no longer be cancelled.`, { importStatus });
  }
}

export class ImportAlreadyApplied extends DomainError {
  readonly code = 'imports.already-applied';
  readonly kind = 'conflict';
  readonly title = 'Already applied';

  constructor() {
    super('The import has already been applied.');
  }
}

/** The import has no successful check that could be applied. */
export class ImportNotApplicable extends DomainError {
  readonly code = 'imports.not-applicable';
  readonly kind = 'conflict';
  readonly title = 'Nothing to apply';

  constructor(importStatus: ImportStatus) {
    super(`The import is ${importStatus}: only a file that was checked without errors can be applied.`, {
      importStatus,
    });
  }
}

export class ImportFileMissing extends DomainError {
  readonly code = 'imports.file-gone';
  readonly kind = 'conflict';
  readonly title = 'File missing';

  constructor() {
    super('The file is no longer there. Send it again.');
  }
}

export class ImportNotOwn extends DomainError {
  readonly code = 'imports.not-own';
  readonly kind = 'forbidden';
  readonly title = 'Import of another user';

  constructor() {
    super('Only the person who uploaded this file can apply it.');
  }
}

/** Reasons of failed imports, by the code stored in the row. */
export const IMPORT_FAILURES: Readonly<Record<string, string>> = {
  'imports.file-gone': 'The file is no longer there. Send it again.',
  'imports.failed':
    'The import failed several times. Nothing has been changed. The server log has the cause.',
};
