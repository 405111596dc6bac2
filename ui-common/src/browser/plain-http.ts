/*
 * What browsers give to pages over https or on localhost alone, and a store on a shop's own network has to do without.
 */

/** A random id of version 4, as `crypto.randomUUID` makes it. */
export function newId(): string {
  if (isSecureContext) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'.charAt((bytes[8] ?? 0) % 4);
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, `$1-$2-4$3-${variant}$4-$5`);
}

const last = new Map<string, Promise<unknown>>();

/**
 * Does some work when all that was asked for under the same name before is over, in any tab of this browser; over plain http, in
 * this one.
 */
export function withLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (isSecureContext) return navigator.locks.request(name, work);
  const before = last.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  last.set(
    name,
    mine.catch(() => undefined),
  );
  return mine;
}
