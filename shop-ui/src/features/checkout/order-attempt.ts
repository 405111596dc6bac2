import { newId } from 'ui-common/browser/plain-http';
import type { Schema } from 'ui-common/api/client';
import { keep, ownName, readKept } from 'ui-common/browser/storage';
import { isRecord } from '../cart/guest/product-snapshot';

export type OrderBody = Schema<'PlaceOrderBody'>;

/** One wish to order, which makes one order however often it is sent. */
export interface OrderAttempt {
  /** The Idempotency-Key. */
  readonly key: string;
  readonly body: OrderBody;
  /** When it was made, in milliseconds. */
  readonly at: number;
}

/** The server keeps its answers for a day. Much later, the same key might make a second order of another cart. */
const OPEN_FOR = 12 * 60 * 60 * 1000;

/** A new wish, kept before anything is sent: a reload finds it. */
export function newAttempt(accountId: string, body: OrderBody): OrderAttempt {
  const attempt = { key: newId(), body, at: Date.now() };
  keep(nameOf(accountId), attempt);
  return attempt;
}

/** The wish that was sent and whose answer has not been seen: it must be sent again, as it was, before there is another. */
export function openAttempt(accountId: string): OrderAttempt | undefined {
  const kept = readKept(nameOf(accountId));
  return isAttempt(kept) && Date.now() - kept.at < OPEN_FOR ? kept : undefined;
}

/** It has been answered, one way or the other. A newer one, of another tab, stays. */
export function closeAttempt(accountId: string, { key }: OrderAttempt): void {
  if (openAttempt(accountId)?.key === key) keep(nameOf(accountId), undefined);
}

function nameOf(accountId: string): string {
  return ownName('order-attempt', accountId);
}

function isAttempt(kept: unknown): kept is OrderAttempt {
  return (
    isRecord(kept) &&
    typeof kept['key'] === 'string' &&
    typeof kept['at'] === 'number' &&
    isRecord(kept['body']) &&
    isRecord(kept['body']['address'])
  );
}
