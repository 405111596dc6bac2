/** On whose behalf something happens, and in which request. Both are null for what the store does by itself. */
export interface Actor {
  readonly id: string | null;
  readonly requestId: string | null;
}

/** The store itself: the first admin, the demo store, a command of an operator. */
export const SYSTEM_ACTOR: Actor = { id: null, requestId: null };
