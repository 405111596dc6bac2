import { newId } from 'ui-common/browser/plain-http';
import type { Schema } from 'ui-common/api/client';
import { writeStored, accountKey, readStored } from 'ui-common/browser/storage';
import { HOUR_MS } from 'ui-common/dates/durations';
import { isRecord } from '../cart/guest/product-snapshot';

export type OrderBody = Schema<'PlaceOrderBody'>;

/** An attempt to order. Repeated sends place one order. */
export interface OrderAttempt {
  /** Idempotency-Key of the request. */
  readonly key: string;
  readonly body: OrderBody;
  /** Creation time in milliseconds since 1970. */
  readonly at: number;
}

/** Shorter than the day for which the server retains keys: afterwards, the same key could place a second order. */
const ATTEMPT_TTL_MS = 12 * HOUR_MS;

/** Creates an attempt and stores it before it is sent, so that it survives a reload. */
export function newAttempt(accountId: string, body: OrderBody): OrderAttempt {
  const attempt = { key: newId(), body, at: Date.now() };
  writeStored(storageKey(accountId), attempt);
  return attempt;
}

/** Returns the attempt whose outcome is unknown. It must be repeated unchanged before a new one starts. */
export function openAttempt(accountId: string): OrderAttempt | undefined {
  const stored = readStored(storageKey(accountId));
  return isAttempt(stored) && Date.now() - stored.at < ATTEMPT_TTL_MS ? stored : undefined;
}

/** Removes an attempt whose outcome is known. A newer one from another tab stays. */
export function closeAttempt(accountId: string, { key }: OrderAttempt): void {
  if (openAttempt(accountId)?.key === key) writeStored(storageKey(accountId), undefined);
}

function storageKey(accountId: string): string {
  return accountKey('order-attempt', accountId);
}

function isAttempt(stored: unknown): stored is OrderAttempt {
  return (
    isRecord(stored) &&
    typeof stored['key'] === 'string' &&
    typeof stored['at'] === 'number' &&
    isRecord(stored['body']) &&
    isRecord(stored['body']['address'])
  );
}
