/** Action of a key press. */
type ShortcutAction =
  | { readonly kind: 'palette' | 'help' | 'search' | 'bulk' | 'prefix' }
  | { readonly kind: 'go'; readonly to: string };

/** Target pages by the key that follows `g`. */
const GO_KEYS: Readonly<Record<string, string>> = {
  t: '/',
  o: '/orders',
  b: '/orders/board',
  p: '/products',
  r: '/reports',
};

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

interface ShortcutContext {
  /** The focus is in a field: single keys are text. */
  readonly isTyping: boolean;
  /** False if the user has turned single-key shortcuts off. */
  readonly hasSingleKeys: boolean;
  /** `g` was pressed just before. */
  readonly isAfterPrefix: boolean;
}

/** Returns the action of a key press; undefined if it is not a shortcut. */
export function shortcutAction(press: KeyPress, context: ShortcutContext): ShortcutAction | undefined {
  const key = press.key.toLowerCase();
  const isCommand = press.ctrlKey || press.metaKey;
  if (isCommand && !press.altKey && key === 'k') return { kind: 'palette' };
  if (isCommand || press.altKey || context.isTyping || !context.hasSingleKeys) return undefined;
  if (context.isAfterPrefix) {
    const to = GO_KEYS[key];
    return to === undefined ? undefined : { kind: 'go', to };
  }
  if (key === '?') return { kind: 'help' };
  if (key === '/') return { kind: 'search' };
  if (key === 'b') return { kind: 'bulk' };
  return key === 'g' ? { kind: 'prefix' } : undefined;
}
