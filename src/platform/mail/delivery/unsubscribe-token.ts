import { createHmac, timingSafeEqual } from 'node:crypto';
import { MAILING_LISTS, type MailingList } from '../content/mail-kinds.js';

/** A user, and the mailing list to unsubscribe from. */
export interface Unsubscription {
  readonly list: MailingList;
  readonly userId: string;
}

/**
 * Signs the token of an unsubscribe link. It needs no login and does not expire, since mails are read years later. It is
 * derived from the store's secret, so users cannot forge one for another user.
 */
export function signUnsubscribeToken(secret: string, { list, userId }: Unsubscription): string {
  return `${list}.${userId}.${signature(secret, list, userId)}`;
}

/** Returns the content of a token; undefined if the store did not sign it. */
export function readUnsubscribeToken(secret: string, token: string): Unsubscription | undefined {
  const [listName = '', userId = '', tokenSignature = '', ...rest] = token.split('.');
  const list = MAILING_LISTS.find((name) => name === listName);
  if (list === undefined || rest.length > 0) return undefined;
  const expected = Buffer.from(signature(secret, list, userId));
  const actual = Buffer.from(tokenSignature);
  const isGenuine = actual.length === expected.length && timingSafeEqual(actual, expected);
  return isGenuine ? { list, userId } : undefined;
}

function signature(secret: string, list: string, userId: string): string {
  return createHmac('sha256', secret).update(`unsubscribe:${list}:${userId}`).digest('base64url');
}
