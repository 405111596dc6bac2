import type { User } from './users';

export type UserAction = 'approve' | 'suspend' | 'role';

/** What an admin can do to an account as it is, the likeliest first. */
export function actionsFor({ status }: Pick<User, 'status'>): UserAction[] {
  if (status === 'approved') return ['role', 'suspend'];
  return status === 'pending' ? ['approve', 'suspend', 'role'] : ['approve', 'role'];
}

/** What follows from an action, as texts below `users.follows`. */
export function consequencesOf(action: 'approve' | 'suspend', user: Pick<User, 'status' | 'role'>): string[] {
  if (action === 'suspend') {
    const forStaff = user.role === 'user' ? ['orders-go-on'] : ['work-stays'];
    return ['out-at-once', 'no-sign-in', ...forStaff, 'can-return'];
  }
  if (user.status === 'suspended') return ['may-sign-in', 'as-before'];
  return [...(user.role === 'user' ? [] : [`may-${user.role}` as const]), 'mail', 'may-sign-in'];
}
