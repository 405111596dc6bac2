export const ROLES = ['user', 'store_manager', 'admin'] as const;

/** The role of an account. `user` is a shopper. */
export type Role = (typeof ROLES)[number];

export const USER_STATUSES = ['pending', 'approved', 'suspended'] as const;

export type UserStatus = (typeof USER_STATUSES)[number];
