/** The subscriber of a stream, as looked up when the stream was opened. */
export interface StreamUser {
  readonly id: string;
  readonly role: string;
  readonly sessionId: string;
}

/** Decides whether an open stream may stay open. The module that knows sessions provides it. */
export abstract class StreamAuthorizer {
  /** Returns true if the user is still signed in, with the same role. */
  abstract isAuthorized(user: StreamUser): Promise<boolean>;
}
