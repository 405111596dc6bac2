import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/common/clock.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import type { LowProduct, Recipient } from '../platform/mail/content/mail-kinds.js';
import { Mailer } from '../platform/mail/mailer.js';
import { RECIPIENT } from '../platform/mail/recipient-query.js';
import { HOUR } from './store-hour.js';

/** After an hour's end: whoever took note in its last moment has written it by then. */
const GRACE = 60_000;

type LowRow = Omit<LowProduct, 'isRestocked'>;

/** Mails managers what fell below its threshold, once for each hour in which something did. */
@Injectable()
export class SendLowStockDigest {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Every hour that is over and not yet told of. To be called every few minutes, by as many workers as one likes.
   *
   * @param now milliseconds since 1970
   * @throws what {@link Mailer.sendEach} throws: the hour is then told of next time to whom it was not
   */
  async run(now: number): Promise<void> {
    const hours = await this.database.read.rows<{ hour: number }>(sql`
      SELECT DISTINCT hour FROM low_stock_alerts
      WHERE mailed_at IS NULL AND hour <= ${now - HOUR - GRACE} ORDER BY hour`);
    for (const { hour } of hours) await this.tellOf(hour);
  }

  private async tellOf(hour: number): Promise<void> {
    const products = (await this.fallenIn(hour)).map((product) => ({
      ...product,
      isRestocked: product.available >= product.threshold,
    }));
    const readers = products.length === 0 ? [] : await this.readers();
    const data = { hour, hourEnd: hour + HOUR, products };
    await this.mailer.sendEach(
      readers.map((to) => ({ key: `low-stock:${hour}:${to.userId ?? ''}`, kind: 'low-stock', to, data })),
    );
    await this.database.write(sql`
      UPDATE low_stock_alerts SET mailed_at = ${this.clock.now()} WHERE hour = ${hour} AND mailed_at IS NULL`);
  }

  /** Each product once, also where it fell twice. */
  private fallenIn(hour: number): Promise<LowRow[]> {
    return this.database.read.rows<LowRow>(sql`
      SELECT p.name, p.unit_type AS "unitType", p.quantity_available AS available, p.low_stock_threshold AS threshold
      FROM products p
      WHERE p.deleted_at IS NULL AND p.id IN (SELECT product_id FROM low_stock_alerts WHERE hour = ${hour})
      ORDER BY p.name_key, p.id`);
  }

  /** Store managers; where there is none, admins. */
  private async readers(): Promise<Recipient[]> {
    for (const role of ['store_manager', 'admin']) {
      const found = await this.database.read.rows<Recipient>(
        sql`SELECT ${RECIPIENT} FROM users u WHERE u.role = ${role} AND u.status = 'approved' ORDER BY u.id`,
      );
      if (found.length > 0) return found;
    }
    return [];
  }
}
