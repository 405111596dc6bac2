import { Injectable } from '@nestjs/common';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { SecurityNotices } from './security-notices.js';

/** Notifies users of sign-ins on devices that none of their sessions of the last weeks has used. */
@Injectable()
export class NewDevices {
  constructor(private readonly notices: SecurityNotices) {}

  /** Call it before the session is created. A first sign-in is no news. */
  async notify(tx: Transaction, userId: string, userAgent: string): Promise<void> {
    const known = await tx.rows<{ userAgent: string }>(
      sql`SELECT DISTINCT user_agent AS "userAgent" FROM sessions WHERE user_id = ${userId}`,
    );
    const device = deviceOf(userAgent);
    if (known.length === 0 || known.some((session) => deviceOf(session.userAgent) === device)) return;
    await this.notices.add(tx, userId, { change: 'new-device', device: userAgent });
  }
}

/** Returns the user agent without its versions: a browser that updates itself stays the same device. */
function deviceOf(userAgent: string): string {
  return userAgent.replace(/\d[\d._]*/g, '');
}
