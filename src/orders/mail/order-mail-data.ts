import { placeLine } from '../../rules/places/place-line.js';
import type { NamesByLanguage } from '../../rules/texts/texts-by-language.js';
import { sql, type ReadConnection } from '../../platform/database/transaction.js';
import { reducesTotal } from '../../rules/pricing/order-discounts-sql.js';
import type { Charge } from '../../rules/pricing/quote.js';
import type { OrderMailData, MailOrderLine, Recipient } from '../../platform/mail/content/mail-kinds.js';
import { headerSafeText } from '../../platform/mail/header-safe-text.js';
import type { HoldReason } from '../../platform/mail/delivery/held-mail.js';
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
  /** Number of earlier orders, if the address of the shopper is not confirmed; otherwise 0. */
  readonly unconfirmedOrders: number;
  /** 1 if staff took the order and the address is not confirmed; otherwise 0. */
  readonly unconfirmedCall: number;
}

interface LineRow extends Omit<MailOrderLine, 'productNames'> {
  readonly productNames: string;
}

/** What the mails of an order consist of. */
export interface OrderMail {
  readonly to: Recipient;
  readonly order: OrderMailData;
  /** Set if the mails of the order are not sent. */
  readonly held: HoldReason | undefined;
}

/**
 * Number of orders that are mailed to an address that no one has confirmed: enough for someone who has just registered, and too
 * few to annoy the owner of the address. Of orders by telephone none is: a name was heard, and perhaps misheard.
 */
const ORDERS_MAILED_UNCONFIRMED = 3;

/**
 * Loads the recipient and the data of an order's mails; undefined if there is no such order.
 *
 * @param state `placed` for the order as it was placed, whatever has changed since
 */
export async function loadOrderMailData(
  connection: ReadConnection,
  orderId: string,
  state: 'placed' | 'current' = 'current',
): Promise<OrderMail | undefined> {
  const isPlaced = state === 'placed';
  const [total, quantity, price] = isPlaced
    ? [sql`o.placed_total`, sql`ordered_quantity`, sql`ordered_price`]
    : [sql`o.total`, sql`quantity`, sql`price`];
  const row = await connection.row<OrderRow>(sql`
    SELECT ${RECIPIENT}, o.id, o.number, ${total} AS total, o.currency, o.address AS addressee, o.note, o.timestamp AS "placedAt",
      CASE WHEN u.email_confirmed_at IS NULL THEN
        (SELECT count(*) FROM orders e WHERE e.user_id = o.user_id AND e.timestamp < o.timestamp AND e.reference IS NULL) ELSE 0 END AS "unconfirmedOrders",
      CASE WHEN u.email_confirmed_at IS NULL AND o.taken_by IS NOT NULL THEN 1 ELSE 0 END AS "unconfirmedCall"
    FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = ${orderId}`);
  if (row === undefined) return undefined;
  const lines = await connection.rows<LineRow>(sql`
    SELECT product_name AS "productName", product_names AS "productNames", unit_type AS "unitType", rate_per_unit AS "ratePerUnit", ${quantity} AS quantity, ${price} AS price
    FROM order_items WHERE order_id = ${orderId} ORDER BY product_name, id`);
  const charges = await connection.rows<Charge>(
    sql`SELECT kind, amount FROM order_charges WHERE order_id = ${orderId} ORDER BY id`,
  );
  const discounts = isPlaced
    ? []
    : await connection.rows<OrderMailData['discounts'][number]>(sql`
        SELECT d.label, d.amount FROM order_discounts d WHERE d.order_id = ${orderId} AND ${reducesTotal('d')} ORDER BY d.id`);
  const { userId, address, name, locale, addressee, unconfirmedOrders, unconfirmedCall, ...order } = row;
  const isHeld = unconfirmedCall > 0 || unconfirmedOrders >= ORDERS_MAILED_UNCONFIRMED;
  return {
    to: { userId, address, name, locale },
    order: {
      ...order,
      lines: lines.map(mailLine),
      charges,
      discounts: discounts.map(({ label, amount }) => ({ label: headerSafeText(label), amount })),
      address: addressLines(JSON.parse(addressee) as Address),
    },
    held: isHeld ? 'unconfirmed-address' : undefined,
  };
}

function mailLine({ productNames, ...line }: LineRow): MailOrderLine {
  return { ...line, productNames: JSON.parse(productNames) as NamesByLanguage };
}

function addressLines({ name, line1, line2 = '', phone, ...place }: Address): string[] {
  const lines = [name, line1, line2, placeLine(place), phone];
  return lines.map(headerSafeText).filter((line) => line !== '');
}
