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
    super(`A file may have ${megabytes} MB at most. Send it in several.`);
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
export class NoRoomForImport extends DomainError {
  readonly code = 'imports.no-room';
  readonly kind = 'unavailable';
  readonly title = 'There is no room for the file';

  constructor() {
    super('There is no room left on the disk. Nothing has been changed.', { retryAfterSeconds: 300 });
  }
}

export class TooManyImports extends DomainError {
  readonly code = 'imports.too-many';
  readonly kind = 'limited';
  readonly title = 'Too many imports at once';

  constructor(most: number) {
    super(`You have ${most} imports under way. Wait until one is done, or cancel one.`, {
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
  readonly title = 'It has been applied';

  constructor() {
    super('The import has been applied already. It is not done twice.');
  }
}

/** Nothing has been found good that could be applied. */
export class ImportNotApplicable extends DomainError {
  readonly code = 'imports.not-applicable';
  readonly kind = 'conflict';
  readonly title = 'Nothing to apply';

  constructor(importStatus: ImportStatus) {
    super(
      `The import is ${importStatus}: only a file whose check is done and found no fault can be applied.`,
      {
        importStatus,
      },
    );
  }
}

export class ImportFileGone extends DomainError {
  readonly code = 'imports.file-gone';
  readonly kind = 'conflict';
  readonly title = 'The file is gone';

  constructor() {
    super('The file is no longer there. Send it again.');
  }
}

export class ImportNotOwn extends DomainError {
  readonly code = 'imports.not-own';
  readonly kind = 'forbidden';
  readonly title = "Another's import";

  constructor() {
    super('Only who has sent a file can have it applied.');
  }
}

/** Why an import failed, by the code that its row keeps. */
export const IMPORT_FAILURES: Readonly<Record<string, string>> = {
  'imports.file-gone': 'The file is no longer there. Send it again.',
  'imports.failed':
    'It failed several times in a row, and nothing has been changed. The log of the server says why.',
};
