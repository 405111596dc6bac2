/** Takes the place of the browser's storage where that is full or forbidden: until the page is left, nothing is lost. */
const memory = new Map<string, string>();

/** What is kept under a name, or undefined. Anybody may have written there: look at its shape before use. */
export function readKept(name: string): unknown {
  try {
    return JSON.parse(memory.get(name) ?? localStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value that JSON can carry, beyond a reload and for the browser's other tabs; undefined forgets it. */
export function keep(name: string, value: unknown): void {
  memory.delete(name);
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    if (value !== undefined) memory.set(name, JSON.stringify(value));
  }
}

/** Names what is one person's alone: it goes with whoever signs out. */
const OWN = 'own:';

/** The name for what one account keeps in this browser until it signs out. */
export function ownName(name: string, accountId: string): string {
  return `${OWN}${name}:${accountId}`;
}

/** Forgets whatever {@link ownName} has named. */
export function forgetOwn(): void {
  for (const name of [...memory.keys(), ...namesInStorage()]) if (name.startsWith(OWN)) keep(name, undefined);
}

function namesInStorage(): string[] {
  return Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '');
}
