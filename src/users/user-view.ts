import { toIsoString } from '../platform/common/iso-time.js';
import { sql } from '../platform/database/transaction.js';
import type { User } from './user.entity.js';
import type { OwnProfileView, UserView } from './users.dto.js';

export type UserViewRow = Pick<User, keyof UserView>;

/** SELECT: the columns that {@link userView} needs, named as in the entity. */
export const USER_VIEW_COLUMNS = sql`
  id, username, email, email_confirmed_at AS "emailConfirmedAt", display_name AS "displayName", role, status, locale, last_activity AS "lastActivity",
  created_at AS "createdAt", version`;

/** Converts a user to its API representation. */
export function userView(user: UserViewRow): UserView {
  return {
    id: user.id,
    username: user.username,
    email: user.email,
    emailConfirmedAt: toIsoString(user.emailConfirmedAt),
    displayName: user.displayName,
    role: user.role,
    status: user.status,
    locale: user.locale,
    lastActivity: toIsoString(user.lastActivity),
    createdAt: toIsoString(user.createdAt),
    version: user.version,
  };
}

/**
 * Converts a user to the API representation for its owner.
 *
 * @param pendingEmail new address that is not confirmed yet
 */
export function ownProfileView(user: User, pendingEmail: string | null): OwnProfileView {
  const { dailyReminder, monthlyReport, chatWebhook } = user;
  return { ...userView(user), pendingEmail, mailPreferences: { dailyReminder, monthlyReport }, chatWebhook };
}
