import type { Actor } from './actor.js';
import type { Role } from './roles.js';

/** The sender of the request, looked up again for every request. */
export interface AuthenticatedUser extends Actor {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
  readonly sessionId: string;
  readonly requestId: string;
}
