/** Fallback for a full or blocked localStorage. Values last until the page is closed. */
const memory = new Map<string, string>();

/** Returns the stored value, or undefined. Untrusted: validate its shape before use. */
export function readStored(name: string): unknown {
  try {
    return JSON.parse(memory.get(name) ?? localStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Stores a JSON value across reloads and for the other tabs; undefined removes it. */
export function writeStored(name: string, value: unknown): void {
  memory.delete(name);
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    if (value !== undefined) memory.set(name, JSON.stringify(value));
  }
}

/** Prefix of values that belong to one account. They are removed at sign-out. */
const ACCOUNT_PREFIX = 'own:';

/** Returns the storage key of a value that belongs to one account until it signs out. */
export function accountKey(name: string, accountId: string): string {
  return `${ACCOUNT_PREFIX}${name}:${accountId}`;
}

/** Removes all values whose key is from {@link accountKey}, also those of this tab alone. */
export function clearAccountData(): void {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(ACCOUNT_PREFIX)) sessionStorage.removeItem(name);
  for (const name of [...memory.keys(), ...storedKeys()])
    if (name.startsWith(ACCOUNT_PREFIX)) writeStored(name, undefined);
}

function storedKeys(): string[] {
  return Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '');
}
