import { toIsoDate } from '../common/iso-time.js';

const INSTANT =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Returns true for an existing day in the form YYYY-MM-DD. PostgreSQL has no year 0. */
export function isCalendarDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && toIsoDate(time) === value;
}

/** Returns true for an ISO 8601 time with a UTC offset, on an existing day. */
export function isInstant(value: unknown): boolean {
  return typeof value === 'string' && isCalendarDate(INSTANT.exec(value)?.[1]);
}
