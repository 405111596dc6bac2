import { writtenInstant } from '../platform/common/iso-time.js';
import { sql } from '../platform/database/transaction.js';
import type { User } from './user.entity.js';
import type { OwnProfileView, UserView } from './users.dto.js';

export type ShownUser = Pick<User, keyof UserView>;

/** The columns that {@link userView} needs, named as the entity names them. */
export const SHOWN_COLUMNS = sql`
  id, username, email, display_name AS "displayName", role, status, locale, last_activity AS "lastActivity",
  created_at AS "createdAt", version`;

/** A user as the API shows one. */
export function userView(user: ShownUser): UserView {
  return {
    id: user.id,
    username: user.username,
    email: user.email,
    displayName: user.displayName,
    role: user.role,
    status: user.status,
    locale: user.locale,
    lastActivity: writtenInstant(user.lastActivity),
    createdAt: new Date(user.createdAt).toISOString(),
    version: user.version,
  };
}

/** A user as the API shows the account to its owner. */
export function ownProfileView(user: User): OwnProfileView {
  const { dailyReminder, monthlyReport, chatWebhook } = user;
  return { ...userView(user), mailPreferences: { dailyReminder, monthlyReport }, chatWebhook };
}
