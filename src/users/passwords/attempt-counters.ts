import { normalizeIp } from '@nestjs/throttler';
import { createHash } from 'node:crypto';
import { DELAYS, type Delay } from './sign-in-delay.js';

/**
 * Where a password is entered: in an open session, on a device on which the account has signed in before, or at an address
 * that proves neither. `account` is the key of the username, or of the submitted name if there is no account.
 */
export type Guesser =
  | { readonly sessionId: string }
  | { readonly account: string; readonly deviceId: string }
  | { readonly account: string; readonly address: string };

/** A counter of failures, and the delay that they cause. */
export interface Counter {
  readonly key: string;
  readonly delay: Delay;
  /** True if only this guesser counts here: a correct password clears it. */
  readonly isOwn: boolean;
}

/**
 * Returns the counters of a guesser. A session and a known device have one of their own, which no outsider can raise. All others
 * count for their pair of address and account, and for each of the two. The order is that of the keys, because
 * all transactions lock in this order.
 */
export function countersOf(guesser: Guesser): readonly Counter[] {
  if ('sessionId' in guesser) return [own(`session:${guesser.sessionId}`)];
  const account = hashOf(guesser.account);
  if ('deviceId' in guesser) return [own(`device:${account}:${hashOf(guesser.deviceId)}`)];
  // A /64 of IPv6 counts as one address, because its holder can use all of it.
  const address = normalizeIp(guesser.address);
  return [
    { key: `account:${account}`, delay: DELAYS.account, isOwn: false },
    { key: `address:${address}`, delay: DELAYS.address, isOwn: false },
    own(`pair:${account}:${address}`),
  ];
}

/** Returns the beginnings of all keys of an account, apart from its sessions. */
export function keyPrefixesOf(account: string): readonly string[] {
  return ['account', 'device', 'pair'].map((kind) => `${kind}:${hashOf(account)}`);
}

function own(key: string): Counter {
  return { key, delay: DELAYS.own, isOwn: true };
}

/** Hides what was entered as a name, since some enter their password there. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
