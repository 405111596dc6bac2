import type { Column } from '../../platform/pdf/pdf-table.js';
import type { ReportContent, ReportTable } from '../../platform/pdf/report-pdf.js';
import type { BoughtProduct, ShopperMonth, StoreMonth } from './monthly-report-data.js';
import type { ReportRecipient } from './report-recipient.js';

type Figures = ReportContent['figures'];
type Tables = readonly ReportTable[];

/** Store and date on a report. */
export interface ReportIssue {
  readonly storeName: string;
  /** Date of the document, milliseconds since 1970. */
  readonly at: number;
}

/** Builds a shopper's PDF: orders, spending by section, favorites. */
export function shopperPdf(
  data: ShopperMonth,
  recipient: ReportRecipient,
  issue: ReportIssue,
): ReportContent {
  const { money, number } = recipient.formats;
  return content(data.month, recipient, issue, {
    figures: [
      { label: recipient.text('monthly-report.orders'), value: number(data.orders) },
      { label: recipient.text('monthly-report.spent'), value: money(data.spent) },
      { label: recipient.text('store-report.averageOrder'), value: money(data.averageBasket) },
    ],
    tables: [
      ordersTable(data, recipient),
      {
        title: recipient.text('monthly-report.sections'),
        columns: [textColumn(recipient, 'section'), numberColumn(recipient, 'amount')],
        rows: [
          ...data.sections.map(({ name, spent }) => [recipient.section(name), money(spent)]),
          ...(data.charges > 0 ? [[recipient.text('charge.all'), money(data.charges)]] : []),
          ...(data.discounts > 0 ? [[recipient.text('charge.discounts'), money(-data.discounts)]] : []),
        ],
      },
      boughtTable('monthly-report.favourites', data.mostBought, recipient),
      boughtTable('report-pdf.mostSpentOn', data.mostSpentOn, recipient),
    ],
  });
}

/** Builds the store's PDF: sales, best sold and unsold products, shoppers, and the current stock. */
export function storePdf(data: StoreMonth, recipient: ReportRecipient, issue: ReportIssue): ReportContent {
  return content(data.month, recipient, issue, {
    figures: storeFigures(data, recipient),
    tables: [...salesTables(data, recipient), ...stockTables(data, recipient)],
  });
}

function content(
  month: string,
  recipient: ReportRecipient,
  issue: ReportIssue,
  parts: { readonly figures: Figures; readonly tables: Tables },
): ReportContent {
  return {
    ...issue,
    ...parts,
    title: recipient.text('report-pdf.title'),
    period: recipient.month(month),
    language: recipient.locale,
    words: {
      none: recipient.text('report-pdf.none'),
      pageNumber: (page, pages) => recipient.text('report-pdf.page', { page, pages }),
    },
  };
}

function ordersTable({ placed }: ShopperMonth, recipient: ReportRecipient): ReportTable {
  const { money, day } = recipient.formats;
  return {
    title: recipient.text('monthly-report.orders'),
    columns: [
      textColumn(recipient, 'order'),
      textColumn(recipient, 'day'),
      numberColumn(recipient, 'amount'),
    ],
    rows: placed.map(({ number, placedAt, total }) => [number, day(placedAt), money(total)]),
  };
}

function boughtTable(
  title: string,
  products: readonly BoughtProduct[],
  recipient: ReportRecipient,
): ReportTable {
  return {
    title: recipient.text(title),
    columns: [
      textColumn(recipient, 'product'),
      numberColumn(recipient, 'quantity'),
      numberColumn(recipient, 'amount'),
    ],
    rows: products.map(({ name, quantity, unitType, spent }) => [
      name,
      recipient.quantity(quantity, unitType),
      recipient.formats.money(spent),
    ]),
  };
}

function storeFigures(data: StoreMonth, recipient: ReportRecipient): Figures {
  const { money, number } = recipient.formats;
  const { sales, cancelled, engagement, stock, stockValue } = data;
  const figure = (path: string, value: string): Figures[number] => ({ label: recipient.text(path), value });
  return [
    figure('store-report.sales', money(sales.totals.revenue)),
    ...(sales.totals.charges > 0 ? [figure('store-report.charges', money(sales.totals.charges))] : []),
    ...(sales.totals.discounts > 0 ? [figure('store-report.discounts', money(sales.totals.discounts))] : []),
    figure('store-report.orders', number(sales.totals.orders)),
    figure('store-report.averageOrder', money(sales.totals.averageBasket)),
    figure('store-report.cancelled', number(cancelled)),
    figure('report-pdf.customers', number(sales.totals.customers)),
    figure('report-pdf.active', number(engagement.active)),
    figure('report-pdf.joined', number(engagement.registered)),
    figure('report-pdf.dormant', number(engagement.dormant.total)),
    figure('store-report.value', money(stockValue)),
    figure('report-pdf.low', number(stock.low.total)),
    figure('report-pdf.soldOut', number(stock.soldOut.total)),
  ];
}

function salesTables({ sales, bestSold, unsold }: StoreMonth, recipient: ReportRecipient): Tables {
  const { money, number } = recipient.formats;
  return [
    {
      title: recipient.text('monthly-report.sections'),
      columns: [
        textColumn(recipient, 'section'),
        { title: recipient.text('store-report.orders'), align: 'right' },
        numberColumn(recipient, 'amount'),
      ],
      rows: sales.points.map(({ name, orders, revenue }) => [
        recipient.section(name),
        number(orders),
        money(revenue),
      ]),
    },
    {
      title: recipient.text('store-report.bestSold'),
      columns: [
        textColumn(recipient, 'product'),
        numberColumn(recipient, 'quantity'),
        numberColumn(recipient, 'amount'),
      ],
      rows: bestSold.map(({ name, quantity, unitType, revenue }) => [
        name ?? '',
        recipient.quantity(quantity, unitType),
        money(revenue),
      ]),
    },
    {
      title: recipient.text('store-report.neverSold', { count: unsold.total }),
      columns: [
        textColumn(recipient, 'product'),
        textColumn(recipient, 'section'),
        numberColumn(recipient, 'left'),
      ],
      rows: unsold.items.map(({ name, sectionName, quantityAvailable, unitType }) => [
        name,
        recipient.section(sectionName),
        recipient.quantity(quantityAvailable, unitType),
      ]),
    },
  ];
}

function stockTables({ stock: { low, soldOut } }: StoreMonth, recipient: ReportRecipient): Tables {
  return [
    {
      title: recipient.text('report-pdf.low'),
      columns: [
        textColumn(recipient, 'product'),
        numberColumn(recipient, 'left'),
        numberColumn(recipient, 'promised'),
        numberColumn(recipient, 'threshold'),
      ],
      rows: low.items.map(({ name, quantityAvailable, quantityPromised, lowStockThreshold, unitType }) => [
        name,
        recipient.quantity(quantityAvailable, unitType),
        recipient.quantity(quantityPromised, unitType),
        recipient.quantity(lowStockThreshold, unitType),
      ]),
    },
    {
      title: recipient.text('report-pdf.soldOut'),
      columns: [textColumn(recipient, 'product'), textColumn(recipient, 'section')],
      rows: soldOut.items.map(({ name, sectionName }) => [name, recipient.section(sectionName)]),
    },
  ];
}

/** Returns a wide column of text. */
function textColumn(recipient: ReportRecipient, name: string): Column {
  return { title: recipient.text(`report-pdf.${name}`), share: 2 };
}

/** Returns a right-aligned column of numbers. */
function numberColumn(recipient: ReportRecipient, name: string): Column {
  return { title: recipient.text(`report-pdf.${name}`), align: 'right' };
}
