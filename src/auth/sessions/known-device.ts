import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Number of accounts that a device is remembered for, so that a family can share one browser. */
const MAX_ACCOUNTS = 8;

const PART_BYTES = 16;
const COOKIE_PATTERN = new RegExp(`^[\\w-]{22}(?:[.][\\w-]{22}){0,${MAX_ACCOUNTS}}$`);

/**
 * Returns the ID of the device if its cookie proves that the user has signed in on it before. Otherwise undefined.
 *
 * The cookie is a random device ID, and a proof for each account: an HMAC of both. It names no account, and is stored nowhere
 * in the store.
 */
export function knownDeviceId(
  cookie: string | undefined,
  userId: string,
  secret: string,
): string | undefined {
  const [deviceId, ...proofs] = partsOf(cookie);
  if (deviceId === undefined) return undefined;
  const expected = Buffer.from(proofOf(deviceId, userId, secret));
  return proofs.some((proof) => timingSafeEqual(Buffer.from(proof), expected)) ? deviceId : undefined;
}

/** Adds a user to the cookie of a device, or makes a new cookie. The account that was added first is forgotten if it is full. */
export function rememberOnDevice(cookie: string | undefined, userId: string, secret: string): string {
  const [deviceId = randomBytes(PART_BYTES).toString('base64url'), ...proofs] = partsOf(cookie);
  const proof = proofOf(deviceId, userId, secret);
  const others = proofs.filter((other) => other !== proof);
  return [deviceId, proof, ...others].slice(0, MAX_ACCOUNTS + 1).join('.');
}

function partsOf(cookie: string | undefined): string[] {
  return cookie !== undefined && COOKIE_PATTERN.test(cookie) ? cookie.split('.') : [];
}

function proofOf(deviceId: string, userId: string, secret: string): string {
  const hmac = createHmac('sha256', secret).update(`known-device:${deviceId}:${userId}`).digest();
  return hmac.subarray(0, PART_BYTES).toString('base64url');
}
