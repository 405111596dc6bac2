import { Injectable } from '@nestjs/common';
import { ConfigError } from '../../platform/config/config-error.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql, type ReadConnection } from '../../platform/database/transaction.js';
import { passwordErrors } from '../passwords/password-policy.js';
import { randomPassword } from '../passwords/passwords.js';
import { CreateAdmin } from './create-admin.js';

/** Arbitrary, but must stay the same and must not be used by another lock. */
const FIRST_ADMIN_LOCK_KEY = 7_302_202;

/** Creates the first admin of a store that has none. There is no default password. */
@Injectable()
export class FirstAdmin {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly createAdmin: CreateAdmin,
  ) {}

  /**
   * Returns the name and the random password, to be printed once. Returns undefined if an admin exists or the
   * password is configured. Several processes may call it at the same time: only one creates the admin.
   *
   * @throws ConfigError if the configured password is common or contains the username
   */
  async ensure(): Promise<{ username: string; password: string } | undefined> {
    if (await hasAdmin(this.database.read)) return undefined;
    const { username, email, password = randomPassword() } = this.config.firstAdmin;
    await this.requireStrongPassword();
    const admin = await this.createAdmin.prepare(username, email, password);
    const isCreated = await this.database.transaction(async (tx) => {
      if (tx.dialect.name === 'postgres')
        await tx.rows(sql`SELECT pg_advisory_xact_lock(${FIRST_ADMIN_LOCK_KEY})`);
      if (await hasAdmin(tx)) return false;
      await this.createAdmin.insert(tx, admin);
      return true;
    });
    return isCreated && this.config.firstAdmin.password === undefined ? { username, password } : undefined;
  }

  private async requireStrongPassword(): Promise<void> {
    const { username, password } = this.config.firstAdmin;
    if (password === undefined) return;
    const [error] = await passwordErrors('ADMIN_PASSWORD', password, username);
    if (error !== undefined) throw new ConfigError(`ADMIN_PASSWORD is refused. ${error.message}`);
  }
}

async function hasAdmin(connection: ReadConnection): Promise<boolean> {
  return (await connection.row(sql`SELECT id FROM users WHERE role = 'admin' LIMIT 1`)) !== undefined;
}
