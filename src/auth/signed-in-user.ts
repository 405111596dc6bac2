import type { Actor } from '../common/actor.js';
import type { Role } from '../users/role.js';

/** Who sent the request, as looked up for this very request. */
export interface SignedInUser extends Actor {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
  readonly sessionId: string;
  readonly requestId: string;
}
