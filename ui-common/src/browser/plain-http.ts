/*
 * Fallbacks for browser APIs that need HTTPS or localhost. A store may run over plain HTTP on a local network.
 */

/** Returns a random version 4 UUID, like `crypto.randomUUID`. */
export function newId(): string {
  if (isSecureContext) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'.charAt((bytes[8] ?? 0) % 4);
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, `$1-$2-4$3-${variant}$4-$5`);
}

const last = new Map<string, Promise<unknown>>();

/**
 * Runs a task after all earlier tasks of the same name have finished in all tabs of this browser. Over plain HTTP, the lock
 * covers this tab only.
 */
export function withLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (isSecureContext) return navigator.locks.request(name, work);
  const previous = last.get(name) ?? Promise.resolve();
  const current = previous.then(work, work);
  last.set(
    name,
    current.catch(() => undefined),
  );
  return current;
}
