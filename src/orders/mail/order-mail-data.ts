import { sql, type ReadConnection } from '../../platform/database/transaction.js';
import type { OrderMailData, MailOrderLine, Recipient } from '../../platform/mail/content/mail-kinds.js';
import { headerSafeText } from '../../platform/mail/header-safe-text.js';
import { RECIPIENT } from '../../platform/mail/recipient-query.js';
import type { Address } from '../orders.dto.js';

interface OrderRow extends Recipient {
  readonly id: string;
  readonly number: string;
  readonly total: number;
  readonly currency: string;
  readonly addressee: string;
  readonly note: string | null;
  readonly placedAt: number;
}

/** Loads the recipient and the data of an order's mails; undefined if there is no such order. */
export async function loadOrderMailData(
  connection: ReadConnection,
  orderId: string,
): Promise<{ to: Recipient; order: OrderMailData } | undefined> {
  const row = await connection.row<OrderRow>(sql`
    SELECT ${RECIPIENT}, o.id, o.number, o.total, o.currency, o.address AS addressee, o.note, o.timestamp AS "placedAt"
    FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = ${orderId}`);
  if (row === undefined) return undefined;
  const lines = await connection.rows<MailOrderLine>(sql`
    SELECT product_name AS "productName", unit_type AS "unitType", rate_per_unit AS "ratePerUnit", quantity, price
    FROM order_items WHERE order_id = ${orderId} ORDER BY product_name, id`);
  const { userId, address, name, locale, addressee, ...order } = row;
  const to = { userId, address, name, locale };
  return { to, order: { ...order, lines, address: addressLines(JSON.parse(addressee) as Address) } };
}

function addressLines({ name, line1, line2 = '', city, postalCode, phone }: Address): string[] {
  const lines = [name, line1, line2, `${city} ${postalCode}`, phone];
  return lines.map(headerSafeText).filter((line) => line !== '');
}
