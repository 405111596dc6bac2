/** Who reads a stream, as looked up when it was opened. */
export interface Visitor {
  readonly id: string;
  readonly role: string;
  readonly sessionId: string;
}

/** Tells whether somebody who was let in may stay. What knows of sessions provides it. */
export abstract class Admission {
  /** Whether the visitor is still signed in, in the same role. */
  abstract holds(visitor: Visitor): Promise<boolean>;
}
