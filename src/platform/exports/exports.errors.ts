import { defineErrors } from '../common/errors/define-errors.js';
import type { ExportStatus } from './export-status.js';

export const exportErrors = defineErrors('exports', {
  'not-found': {
    kind: 'not-found',
    title: 'No such export',
    detail: 'There is no such export.',
  },
  'not-allowed': {
    kind: 'forbidden',
    title: 'Export not allowed',
    detail: ({ kind }: { kind: string }) => `Your role does not allow an export of ${kind}.`,
  },
  /** The file does not exist yet, or no longer. */
  'no-file': {
    kind: 'conflict',
    title: 'There is no file',
    detail: ({ exportStatus }: { exportStatus: ExportStatus }) =>
      `The export is ${exportStatus}: it has no file.`,
    extensions: ({ exportStatus }: { exportStatus: ExportStatus }) => ({ exportStatus }),
  },
  'too-many': {
    kind: 'limited',
    title: 'Too many exports at once',
    detail: ({ max }: { max: number }) =>
      `You already have ${max} exports in progress. Wait until one is done, or cancel one.`,
    extensions: () => ({ retryAfterSeconds: 30 }),
  },
});

/** Messages of failed exports, by the error code that their row contains. */
export const EXPORT_FAILURES: Readonly<Record<string, string>> = {
  'exports.no-room': 'There is no room left on the disk for the file.',
  'exports.failed': 'The export failed several times in a row. The server log contains the reason.',
};
