import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { HOUR_MS, MINUTE_MS } from '../../platform/common/durations.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { LowProduct, Recipient } from '../../platform/mail/content/mail-kinds.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RECIPIENT } from '../../platform/mail/recipient-query.js';
import { isLowStock } from '../../rules/stock-level/low-stock.js';

/** Delay after the end of an hour, so that alerts recorded in its last moment are committed. */
const GRACE_DELAY_MS = MINUTE_MS;

type LowRow = Omit<LowProduct, 'isRestocked'>;

/** Mails managers the products that fell below their threshold, once for each hour in which any did. */
@Injectable()
export class SendLowStockDigest {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Sends the pending digests of all finished hours. Called every few minutes, by any number of workers.
   *
   * @param now milliseconds since 1970
   * @throws as {@link Mailer.sendEach}; the next run mails the recipients who did not get the digest
   */
  async run(now: number): Promise<void> {
    const hours = await this.database.read.rows<{ hour: number }>(sql`
      SELECT DISTINCT hour FROM low_stock_alerts
      WHERE mailed_at IS NULL AND hour <= ${now - HOUR_MS - GRACE_DELAY_MS} ORDER BY hour`);
    for (const { hour } of hours) await this.sendDigest(hour);
  }

  private async sendDigest(hour: number): Promise<void> {
    const products = (await this.lowProducts(hour)).map((product) => ({
      ...product,
      isRestocked: !isLowStock({ ...product, published: true }),
    }));
    const recipients = products.length === 0 ? [] : await this.recipients();
    const data = { hour, hourEnd: hour + HOUR_MS, products };
    await this.mailer.sendEach(
      recipients.map((to) => ({ key: `low-stock:${hour}:${to.userId ?? ''}`, kind: 'low-stock', to, data })),
    );
    await this.database.write(sql`
      UPDATE low_stock_alerts SET mailed_at = ${this.clock.now()} WHERE hour = ${hour} AND mailed_at IS NULL`);
  }

  /** Returns each product once, even if it fell several times. One that is hidden by now is no longer low. */
  private lowProducts(hour: number): Promise<LowRow[]> {
    return this.database.read.rows<LowRow>(sql`
      SELECT p.name, p.unit_type AS "unitType", p.quantity_available AS available,
        p.quantity_promised AS promised, p.low_stock_threshold AS threshold
      FROM products p
      WHERE p.published = ${true} AND p.id IN (SELECT product_id FROM low_stock_alerts WHERE hour = ${hour})
      ORDER BY p.name_key, p.id`);
  }

  /** Returns the store managers, or the admins if there is no store manager. */
  private async recipients(): Promise<Recipient[]> {
    for (const role of ['store_manager', 'admin']) {
      const matches = await this.database.read.rows<Recipient>(
        sql`SELECT ${RECIPIENT} FROM users u WHERE u.role = ${role} AND u.status = 'approved' ORDER BY u.id`,
      );
      if (matches.length > 0) return matches;
    }
    return [];
  }
}
