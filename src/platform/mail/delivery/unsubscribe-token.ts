import { createHmac, timingSafeEqual } from 'node:crypto';
import { MAILING_LISTS, type MailingList } from '../content/mail-kinds.js';

/** Whom to take off which list. */
export interface Unsubscription {
  readonly list: MailingList;
  readonly userId: string;
}

/**
 * The token of a link to unsubscribe: it asks for no login and does not expire, since mails are read years later. It
 * follows from the store's secret, so that nobody can make one for somebody else.
 */
export function signUnsubscribeToken(secret: string, { list, userId }: Unsubscription): string {
  return `${list}.${userId}.${signature(secret, list, userId)}`;
}

/** What a token says; undefined where the store did not make it. */
export function readUnsubscribeToken(secret: string, token: string): Unsubscription | undefined {
  const [list = '', userId = '', given = '', ...more] = token.split('.');
  const known = MAILING_LISTS.find((one) => one === list);
  if (known === undefined || more.length > 0) return undefined;
  const expected = Buffer.from(signature(secret, known, userId));
  const actual = Buffer.from(given);
  const isGenuine = actual.length === expected.length && timingSafeEqual(actual, expected);
  return isGenuine ? { list: known, userId } : undefined;
}

function signature(secret: string, list: string, userId: string): string {
  return createHmac('sha256', secret).update(`unsubscribe:${list}:${userId}`).digest('base64url');
}
