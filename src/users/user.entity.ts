import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Role, UserStatus } from '../platform/access/roles.js';

@Entity('users')
@Unique('users_username_key', ['usernameKey'])
@Unique('users_email_key', ['emailKey'])
@Check('users_role_check', `role IN ('user', 'store_manager', 'admin')`)
@Check('users_status_check', `status IN ('pending', 'approved', 'suspended')`)
@Index('users_role_status_idx', ['role', 'status'])
@Index('users_last_activity_idx', ['lastActivity'])
@Index('users_created_at_idx', ['createdAt'])
export class User {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pkey' })
  id: string;

  @Column('text')
  username: string;

  /** The username in lower case: uniqueness ignores case. */
  @Column('text')
  usernameKey: string;

  @Column('text')
  email: string;

  @Column('text')
  emailKey: string;

  /** Time when the owner of the address confirmed it; null until then. */
  @Column('bigint', { nullable: true })
  emailConfirmedAt: number | null;

  @Column('text')
  displayName: string;

  /** argon2id, in the PHC string format. */
  @Column('text')
  passwordHash: string;

  @Column('text')
  role: Role;

  @Column('text')
  status: UserStatus;

  @Column('text')
  locale: string;

  /** Carried by access tokens; incrementing it revokes all that were issued. */
  @Column('integer', { default: 0 })
  tokenVersion: number;

  /** Time of the latest authenticated request, in milliseconds since 1970; written at most once a minute. */
  @Column('bigint', { nullable: true })
  lastActivity: number | null;

  /** True if reminders are sent on days without a visit. */
  @Column('boolean', { default: true })
  dailyReminder: boolean;

  @Column('boolean', { default: true })
  monthlyReport: boolean;

  /** Webhook for reminders besides mail. Shown only to its owner, because knowing the URL allows posting there. */
  @Column('text', { nullable: true })
  chatWebhook: string | null;

  @Column('bigint')
  createdAt: number;

  @Column('integer', { default: 1 })
  version: number;
}
