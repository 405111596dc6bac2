export const IMPORT_STATUSES = [
  'queued',
  'validating',
  'applying',
  'done',
  'invalid',
  'failed',
  'cancelled',
] as const;

export type ImportStatus = (typeof IMPORT_STATUSES)[number];
