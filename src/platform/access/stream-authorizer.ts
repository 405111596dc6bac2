/** Who reads a stream, as looked up when it was opened. */
export interface StreamUser {
  readonly id: string;
  readonly role: string;
  readonly sessionId: string;
}

/** Tells whether somebody who was let in may stay. What knows of sessions provides it. */
export abstract class StreamAuthorizer {
  /** Whether the visitor is still signed in, in the same role. */
  abstract isAuthorized(user: StreamUser): Promise<boolean>;
}
