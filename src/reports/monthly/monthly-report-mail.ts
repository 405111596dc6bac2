import type { MailBought, ShopperReport, StoreReport } from '../../platform/mail/content/mail-kinds.js';
import type { BoughtProduct, ShopperFigures, StoreFigures } from './monthly-report-data.js';
import type { ReportRecipient } from './report-recipient.js';

/** A shopper's figures as the mail shows them. */
export function shopperMail(figures: ShopperFigures, reader: ReportRecipient): ShopperReport {
  const { month, orders, spent, sections, mostBought } = figures;
  return {
    month,
    orders,
    spent,
    sections: sections.map((section) => ({ name: reader.section(section.name), spent: section.spent })),
    favourites: mostBought.map(mailBought),
  };
}

/** The store's figures as the mail shows them. */
export function storeMail(figures: StoreFigures): StoreReport {
  const { month, sales, cancelled, bestSold, unsold, engagement, stock, stockValue } = figures;
  return {
    month,
    orders: sales.totals.orders,
    cancelled,
    sales: sales.totals.revenue,
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

function mailBought({ name, unitType, quantity, spent }: BoughtProduct): MailBought {
  return { name, unitType, quantity: thousandths(quantity), spent };
}

/** Of units that were made from thousandths: of a whole month, they may be more than a single line can have. */
function thousandths(units: number): number {
  return Math.round(units * 1000);
}
