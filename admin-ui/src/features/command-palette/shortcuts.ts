/** What a key press asks for. */
type Wish =
  { readonly kind: 'palette' | 'help' | 'search' | 'prefix' } | { readonly kind: 'go'; readonly to: string };

/** After `g`, the first letter of a place. */
const GO_KEYS: Readonly<Record<string, string>> = {
  t: '/',
  o: '/orders',
  b: '/orders/board',
  p: '/products',
  r: '/reports',
};

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

interface Circumstances {
  /** Somebody is writing: single keys are letters. */
  readonly isTyping: boolean;
  /** Single keys may be switched off, for those whom they come in the way of. */
  readonly hasSingleKeys: boolean;
  /** `g` was pressed just before. */
  readonly isAfterPrefix: boolean;
}

/** What a key press asks for; undefined where it is none of ours. */
export function wishOf(press: Press, circumstances: Circumstances): Wish | undefined {
  const key = press.key.toLowerCase();
  const isCommand = press.ctrlKey || press.metaKey;
  if (isCommand && !press.altKey && key === 'k') return { kind: 'palette' };
  if (isCommand || press.altKey || circumstances.isTyping || !circumstances.hasSingleKeys) return undefined;
  if (circumstances.isAfterPrefix) {
    const to = GO_KEYS[key];
    return to === undefined ? undefined : { kind: 'go', to };
  }
  if (key === '?') return { kind: 'help' };
  if (key === '/') return { kind: 'search' };
  return key === 'g' ? { kind: 'prefix' } : undefined;
}
