import type { MailPurchases, ShopperReport, StoreReport } from '../../platform/mail/content/mail-kinds.js';
import type { BoughtProduct, ShopperMonth, StoreMonth } from './monthly-report-data.js';
import type { ReportRecipient } from './report-recipient.js';

/** Converts a shopper's month to mail data. */
export function shopperMail(data: ShopperMonth, recipient: ReportRecipient): ShopperReport {
  const { month, orders, spent, charges, discounts, sections, mostBought } = data;
  return {
    month,
    orders,
    spent,
    charges,
    discounts,
    sections: sections.map((section) => ({ name: recipient.section(section.name), spent: section.spent })),
    favourites: mostBought.map(mailBought),
  };
}

/** Converts the store's month to mail data. */
export function storeMail(data: StoreMonth): StoreReport {
  const { month, sales, cancelled, bestSold, unsold, engagement, stock, stockValue } = data;
  return {
    month,
    orders: sales.totals.orders,
    cancelled,
    sales: sales.totals.revenue,
    charges: sales.totals.charges,
    discounts: sales.totals.discounts,
    averageOrder: sales.totals.averageBasket,
    bestSold: bestSold.map(({ name, unitType, quantity, revenue }) => ({
      name: name ?? '',
      unitType,
      quantity: quantity === null ? null : thousandths(quantity),
      spent: revenue,
    })),
    neverSold: { names: unsold.items.map(({ name }) => name), count: unsold.total },
    engagement: {
      active: engagement.active,
      joined: engagement.registered,
      dormant: engagement.dormant.total,
    },
    stock: { value: stockValue, low: stock.low.total, soldOut: stock.soldOut.total },
  };
}

function mailBought({ name, unitType, quantity, spent }: BoughtProduct): MailPurchases {
  return { name, unitType, quantity: thousandths(quantity), spent };
}

/** Converts units back to thousandths. Over a month, they may exceed the maximum of a single order line. */
function thousandths(units: number): number {
  return Math.round(units * 1000);
}
