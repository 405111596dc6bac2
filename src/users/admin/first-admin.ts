import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql, type ReadConnection } from '../../platform/database/transaction.js';
import { randomPassword } from '../passwords/passwords.js';
import { CreateAdmin } from './create-admin.js';

/** Any number will do, as long as it stays the same and no other lock has it. */
const FIRST_ADMIN_LOCK = 7_302_202;

/** Makes the first admin of a store that has none. There is no default password. */
@Injectable()
export class FirstAdmin {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly createAdmin: CreateAdmin,
  ) {}

  /**
   * Gives the name and the random password, to be printed once; undefined where there is an admin already, or the
   * password is the one configured. Several processes may call it at once: one makes the admin.
   */
  async ensure(): Promise<{ username: string; password: string } | undefined> {
    if (await hasAdmin(this.database.read)) return undefined;
    const { username, email, password = randomPassword() } = this.config.firstAdmin;
    const admin = await this.createAdmin.prepare(username, email, password);
    const isMade = await this.database.transaction(async (tx) => {
      if (tx.dialect.name === 'postgres')
        await tx.rows(sql`SELECT pg_advisory_xact_lock(${FIRST_ADMIN_LOCK})`);
      if (await hasAdmin(tx)) return false;
      await this.createAdmin.insert(tx, admin);
      return true;
    });
    return isMade && this.config.firstAdmin.password === undefined ? { username, password } : undefined;
  }
}

async function hasAdmin(reader: ReadConnection): Promise<boolean> {
  return (await reader.row(sql`SELECT id FROM users WHERE role = 'admin' LIMIT 1`)) !== undefined;
}
