import type { Role, User } from './users';

export type UserAction = 'approve' | 'suspend' | 'role';

/** Returns the actions that an admin can take on an account, most likely first. */
export function actionsFor({ status }: Pick<User, 'status'>): UserAction[] {
  if (status === 'approved') return ['role', 'suspend'];
  return status === 'pending' ? ['approve', 'suspend', 'role'] : ['approve', 'role'];
}

/** Returns the consequences of an action as text keys in `users.follows`: effects, and things that stay as they are. */
export function consequencesOf(action: 'approve' | 'suspend', user: Pick<User, 'status' | 'role'>): string[] {
  const isShopper = user.role === 'user';
  if (action === 'suspend') {
    const unaffected = isShopper ? ['orders-go-on', 'cart-kept', 'no-reminders'] : ['work-stays'];
    return ['out-at-once', 'no-sign-in', 'told', ...unaffected, 'can-return'];
  }
  if (user.status === 'suspended') return ['may-sign-in', 'told', 'sign-in-again', 'as-before'];
  return [...(isShopper ? [] : [`may-${user.role}` as const]), 'mail', 'may-sign-in'];
}

/** Returns the consequences of a role change as text keys in `users.follows`. */
export function roleConsequences(before: Role, after: Role): string[] {
  if (before === after) return [];
  const shopping = before === 'user' ? ['no-shopping'] : after === 'user' ? ['office-shut'] : [];
  return ['role', 'told', 'stays-signed-in', ...shopping];
}
