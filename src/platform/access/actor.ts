/** The user who causes a change, and the request that it came with. Both are null for what the store does by itself. */
export interface Actor {
  readonly id: string | null;
  readonly requestId: string | null;
}

/** The store itself, as when it creates the first admin, seeds the demo store or runs an operator command. */
export const SYSTEM_ACTOR: Actor = { id: null, requestId: null };
