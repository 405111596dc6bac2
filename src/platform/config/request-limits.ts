import { HOUR_MS, MINUTE_MS } from '../common/durations.js';

/** How many requests of a kind are answered in a period. */
export interface RequestLimit {
  /** Whose requests count together: an account's, or those of an IP address, where anyone may ask. */
  readonly per: 'account' | 'address';
  readonly limit: number;
  readonly periodMs: number;
}

const TEN_MINUTES_MS = 10 * MINUTE_MS;

/**
 * Limits of all requests that cost much: passwords are hashed, files are written, PDFs rendered, pictures decoded, mails sent, or
 * many rows read. `REQUEST_LIMITS` changes single numbers.
 */
export const REQUEST_LIMITS = {
  registrations: { per: 'address', limit: 60, periodMs: TEN_MINUTES_MS },
  'sign-ins': { per: 'address', limit: 300, periodMs: TEN_MINUTES_MS },
  refreshes: { per: 'address', limit: 600, periodMs: TEN_MINUTES_MS },
  'forgotten-passwords': { per: 'address', limit: 30, periodMs: TEN_MINUTES_MS },
  'password-resets': { per: 'address', limit: 60, periodMs: TEN_MINUTES_MS },
  'email-confirmations': { per: 'address', limit: 60, periodMs: TEN_MINUTES_MS },
  'password-changes': { per: 'account', limit: 60, periodMs: TEN_MINUTES_MS },
  /** Only with words. A response that is cached does not count. */
  searches: { per: 'address', limit: 300, periodMs: MINUTE_MS },
  'cart-quotes': { per: 'address', limit: 300, periodMs: MINUTE_MS },
  wishes: { per: 'address', limit: 30, periodMs: TEN_MINUTES_MS },
  'staff-searches': { per: 'account', limit: 300, periodMs: MINUTE_MS },
  'section-requests': { per: 'account', limit: 30, periodMs: HOUR_MS },
  invoices: { per: 'account', limit: 120, periodMs: TEN_MINUTES_MS },
  pictures: { per: 'account', limit: 300, periodMs: TEN_MINUTES_MS },
  'bulk-changes': { per: 'account', limit: 300, periodMs: TEN_MINUTES_MS },
  exports: { per: 'account', limit: 60, periodMs: HOUR_MS },
  'export-files': { per: 'account', limit: 120, periodMs: TEN_MINUTES_MS },
  imports: { per: 'account', limit: 60, periodMs: HOUR_MS },
  invitations: { per: 'account', limit: 60, periodMs: HOUR_MS },
  reports: { per: 'account', limit: 240, periodMs: TEN_MINUTES_MS },
  'mail-previews': { per: 'account', limit: 240, periodMs: TEN_MINUTES_MS },
  books: { per: 'account', limit: 30, periodMs: TEN_MINUTES_MS },
  'job-retries': { per: 'account', limit: 120, periodMs: TEN_MINUTES_MS },
} as const satisfies Readonly<Record<string, RequestLimit>>;

export type RequestLimitName = keyof typeof REQUEST_LIMITS;

/** Numbers of requests per period by name. */
export type RequestLimits = Readonly<Record<RequestLimitName, number>>;

const ENTRY = /^([a-z-]+)=(\d{1,6})$/;

/**
 * Reads `name=number` entries, separated by commas. Limits without an entry keep their defaults.
 *
 * @returns undefined if an entry is malformed, names no limit, or is 0
 */
export function parseRequestLimits(text: string): RequestLimits | undefined {
  const limits: Record<string, number> = Object.fromEntries(
    Object.entries(REQUEST_LIMITS).map(([name, { limit }]) => [name, limit]),
  );
  for (const entry of text.split(',').filter((part) => part.trim() !== '')) {
    const [, name = '', limit] = ENTRY.exec(entry.trim()) ?? [];
    if (!Object.hasOwn(REQUEST_LIMITS, name) || Number(limit) < 1) return undefined;
    limits[name] = Number(limit);
  }
  return limits as RequestLimits;
}
