import type { Role, User } from './users';

export type UserAction = 'approve' | 'suspend' | 'role';

/** What an admin can do to an account as it is, the likeliest first. */
export function actionsFor({ status }: Pick<User, 'status'>): UserAction[] {
  if (status === 'approved') return ['role', 'suspend'];
  return status === 'pending' ? ['approve', 'suspend', 'role'] : ['approve', 'role'];
}

/** What follows from an action, as texts below `users.follows`: what the server does, and what it leaves alone. */
export function consequencesOf(action: 'approve' | 'suspend', user: Pick<User, 'status' | 'role'>): string[] {
  const isShopper = user.role === 'user';
  if (action === 'suspend') {
    const left = isShopper ? ['orders-go-on', 'cart-kept', 'no-reminders'] : ['work-stays'];
    return ['out-at-once', 'no-sign-in', ...left, 'can-return'];
  }
  if (user.status === 'suspended') return ['may-sign-in', 'sign-in-anew', 'as-before', 'no-mail'];
  return [...(isShopper ? [] : [`may-${user.role}` as const]), 'mail', 'may-sign-in'];
}

/** What follows from another role, likewise. */
export function roleConsequences(before: Role, after: Role): string[] {
  if (before === after) return [];
  const shopping = before === 'user' ? ['no-shopping'] : after === 'user' ? ['office-shut'] : [];
  return ['role', 'stays-signed-in', ...shopping];
}
