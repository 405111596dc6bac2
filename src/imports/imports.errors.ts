import { defineErrors } from '../platform/common/errors/define-errors.js';
import type { ImportStatus } from './import-status.js';
import type { EarlierImportView } from './imports.dto.js';

export const importErrors = defineErrors('imports', {
  'not-found': {
    kind: 'not-found',
    title: 'No such import',
    detail: 'There is no such import.',
  },
  'too-large': {
    kind: 'too-large',
    title: 'The file is too large',
    detail: ({ megabytes }: { megabytes: number }) =>
      `A file may have at most ${megabytes} MB. Split it into several files.`,
  },
  'not-readable': {
    kind: 'unsupported-media',
    title: 'Not a form with a file',
    detail: 'Send a CSV file as the field file of a multipart form, and dryRun as true or false.',
  },
  /** The disk is full. */
  'no-room': {
    kind: 'unavailable',
    title: 'Disk full',
    detail: 'The disk of the server is full. Nothing has been changed.',
    extensions: () => ({ retryAfterSeconds: 300 }),
  },
  'too-many': {
    kind: 'limited',
    title: 'Too many imports at once',
    detail: ({ max }: { max: number }) =>
      `You have ${max} imports in progress. Wait until one is done, or cancel one.`,
    extensions: () => ({ retryAfterSeconds: 30 }),
  },
  'not-cancellable': {
    kind: 'conflict',
    title: 'Too late to cancel',
    detail: ({ importStatus }: { importStatus: ImportStatus }) =>
      `The import is ${importStatus}: it can no longer be cancelled.`,
    extensions: ({ importStatus }: { importStatus: ImportStatus }) => ({ importStatus }),
  },
  'already-applied': {
    kind: 'conflict',
    title: 'Already applied',
    detail: 'The import has already been applied.',
  },
  /** The same rows were applied before, and the request does not confirm that they are to be applied again. */
  'file-applied-before': {
    kind: 'conflict',
    title: 'This file was applied before',
    detail: ({ earlier: { byName, appliedAt } }: { earlier: EarlierImportView }) =>
      appliedAt === null
        ? `${byName} is applying the same rows right now. Send confirmRepeat to apply them again.`
        : `${byName} applied the same rows at ${appliedAt}. Send confirmRepeat to apply them again.`,
    extensions: ({ earlier }: { earlier: EarlierImportView }) => ({ earlier }),
  },
  /** Rates of the file change more than fivefold, and the request does not confirm them. */
  'rates-unconfirmed': {
    kind: 'conflict',
    title: 'Rates to confirm',
    detail: ({ rateChanges }: { rateChanges: number }) =>
      `${rateChanges} rates change more than fivefold. Look at them, and send confirmRateChanges if they are right.`,
    extensions: ({ rateChanges }: { rateChanges: number }) => ({ rateChanges }),
  },
  /** The import has no successful check that could be applied. */
  'not-applicable': {
    kind: 'conflict',
    title: 'Nothing to apply',
    detail: ({ importStatus }: { importStatus: ImportStatus }) =>
      `The import is ${importStatus}: only a file that was checked without errors can be applied.`,
    extensions: ({ importStatus }: { importStatus: ImportStatus }) => ({ importStatus }),
  },
  'file-gone': {
    kind: 'conflict',
    title: 'File missing',
    detail: 'The file is no longer there. Send it again.',
  },
  'not-own': {
    kind: 'forbidden',
    title: 'Import of another user',
    detail: 'Only the person who uploaded this file can apply it or check it again.',
  },
  /** The import is in progress, was applied, or has failed. */
  'not-checkable': {
    kind: 'conflict',
    title: 'Nothing to check',
    detail: ({ importStatus }: { importStatus: ImportStatus }) =>
      `The import is ${importStatus}: only a file that was checked and not applied can be checked again.`,
    extensions: ({ importStatus }: { importStatus: ImportStatus }) => ({ importStatus }),
  },
});

/** Reasons of failed imports, by the code stored in the row. */
export const IMPORT_FAILURES: Readonly<Record<string, string>> = {
  'imports.file-gone': 'The file is no longer there. Send it again.',
  'imports.workbook-unreadable':
    'The workbook cannot be read. Save it in Excel as .xlsx without a password, or as CSV, and send it again.',
  'imports.failed':
    'The import failed several times. Nothing has been changed. The server log has the cause.',
};
