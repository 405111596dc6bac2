import type { Column } from '../../platform/pdf/pdf-table.js';
import type { ReportContent, ReportTable } from '../../platform/pdf/report-pdf.js';
import type { BoughtProduct, ShopperFigures, StoreFigures } from './monthly-report-data.js';
import type { ReportRecipient } from './report-recipient.js';

type Figures = ReportContent['figures'];
type Tables = readonly ReportTable[];

/** What a report is printed for, besides its reader. */
export interface Issue {
  readonly storeName: string;
  /** The document's date, milliseconds since 1970. */
  readonly at: number;
}

/** A shopper's month on paper: each order, the spending by section, the favourites. */
export function shopperPdf(figures: ShopperFigures, reader: ReportRecipient, issue: Issue): ReportContent {
  const { money, number } = reader.formats;
  return content(figures.month, reader, issue, {
    figures: [
      { label: reader.text('monthly-report.orders'), value: number(figures.orders) },
      { label: reader.text('monthly-report.spent'), value: money(figures.spent) },
      { label: reader.text('store-report.averageOrder'), value: money(figures.averageBasket) },
    ],
    tables: [
      ordersTable(figures, reader),
      {
        title: reader.text('monthly-report.sections'),
        columns: [wide(reader, 'section'), right(reader, 'amount')],
        rows: figures.sections.map(({ name, spent }) => [reader.section(name), money(spent)]),
      },
      boughtTable('monthly-report.favourites', figures.mostBought, reader),
      boughtTable('report-pdf.mostSpentOn', figures.mostSpentOn, reader),
    ],
  });
}

/** The store's month on paper: sales, what was sold best and not at all, shoppers, and the stock as it is. */
export function storePdf(figures: StoreFigures, reader: ReportRecipient, issue: Issue): ReportContent {
  return content(figures.month, reader, issue, {
    figures: storeFigures(figures, reader),
    tables: [...salesTables(figures, reader), ...stockTables(figures, reader)],
  });
}

function content(
  month: string,
  reader: ReportRecipient,
  issue: Issue,
  parts: { readonly figures: Figures; readonly tables: Tables },
): ReportContent {
  return {
    ...issue,
    ...parts,
    title: reader.text('report-pdf.title'),
    period: reader.month(month),
    language: reader.locale,
    words: {
      none: reader.text('report-pdf.none'),
      pageNumber: (page, pages) => reader.text('report-pdf.page', { page, pages }),
    },
  };
}

function ordersTable({ placed }: ShopperFigures, reader: ReportRecipient): ReportTable {
  const { money, day } = reader.formats;
  return {
    title: reader.text('monthly-report.orders'),
    columns: [wide(reader, 'order'), wide(reader, 'day'), right(reader, 'amount')],
    rows: placed.map(({ number, placedAt, total }) => [number, day(placedAt), money(total)]),
  };
}

function boughtTable(
  title: string,
  products: readonly BoughtProduct[],
  reader: ReportRecipient,
): ReportTable {
  return {
    title: reader.text(title),
    columns: [wide(reader, 'product'), right(reader, 'quantity'), right(reader, 'amount')],
    rows: products.map(({ name, quantity, unitType, spent }) => [
      name,
      reader.quantity(quantity, unitType),
      reader.formats.money(spent),
    ]),
  };
}

function storeFigures(figures: StoreFigures, reader: ReportRecipient): Figures {
  const { money, number } = reader.formats;
  const { sales, cancelled, engagement, stock, stockValue } = figures;
  const figure = (path: string, value: string): Figures[number] => ({ label: reader.text(path), value });
  return [
    figure('store-report.sales', money(sales.totals.revenue)),
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

function salesTables({ sales, bestSold, unsold }: StoreFigures, reader: ReportRecipient): Tables {
  const { money, number } = reader.formats;
  return [
    {
      title: reader.text('monthly-report.sections'),
      columns: [
        wide(reader, 'section'),
        { title: reader.text('store-report.orders'), align: 'right' },
        right(reader, 'amount'),
      ],
      rows: sales.points.map(({ name, orders, revenue }) => [
        reader.section(name),
        number(orders),
        money(revenue),
      ]),
    },
    {
      title: reader.text('store-report.bestSold'),
      columns: [wide(reader, 'product'), right(reader, 'quantity'), right(reader, 'amount')],
      rows: bestSold.map(({ name, quantity, unitType, revenue }) => [
        name ?? '',
        reader.quantity(quantity, unitType),
        money(revenue),
      ]),
    },
    {
      title: reader.text('store-report.neverSold', { count: unsold.total }),
      columns: [wide(reader, 'product'), wide(reader, 'section'), right(reader, 'left')],
      rows: unsold.items.map(({ name, sectionName, quantityAvailable, unitType }) => [
        name,
        reader.section(sectionName),
        reader.quantity(quantityAvailable, unitType),
      ]),
    },
  ];
}

function stockTables({ stock: { low, soldOut } }: StoreFigures, reader: ReportRecipient): Tables {
  return [
    {
      title: reader.text('report-pdf.low'),
      columns: [wide(reader, 'product'), right(reader, 'left'), right(reader, 'threshold')],
      rows: low.items.map(({ name, quantityAvailable, lowStockThreshold, unitType }) => [
        name,
        reader.quantity(quantityAvailable, unitType),
        reader.quantity(lowStockThreshold, unitType),
      ]),
    },
    {
      title: reader.text('report-pdf.soldOut'),
      columns: [wide(reader, 'product'), wide(reader, 'section')],
      rows: soldOut.items.map(({ name, sectionName }) => [name, reader.section(sectionName)]),
    },
  ];
}

/** A column of names. */
function wide(reader: ReportRecipient, name: string): Column {
  return { title: reader.text(`report-pdf.${name}`), share: 2 };
}

/** A column of figures. */
function right(reader: ReportRecipient, name: string): Column {
  return { title: reader.text(`report-pdf.${name}`), align: 'right' };
}
