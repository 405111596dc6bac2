import type { Actor } from './actor.js';
import type { Role } from './roles.js';

/** Who sent the request, as looked up for this very request. */
export interface AuthenticatedUser extends Actor {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
  readonly sessionId: string;
  readonly requestId: string;
}
