import type { Writable } from 'node:stream';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import type { StoreConfig } from '../../platform/config/config.js';
import type { Block } from '../../platform/pdf/page-layout.js';
import { ACCENT, INK, MUTED, type PdfCanvas, type Style } from '../../platform/pdf/pdf-canvas.js';
import { LEFT, printPdf, WIDTH } from '../../platform/pdf/pdf-document.js';
import { tableSection, type Column } from '../../platform/pdf/pdf-table.js';
import { printableFormats, type Formats } from '../../platform/pdf/print-formats.js';
import type { OrderItem } from '../order-item.entity.js';
import type { Address } from '../orders.dto.js';
import { quantityText } from './quantity-text.js';

/** An order as its invoice shows it: as it was placed, whatever became of it. */
export interface InvoiceContent {
  /** For people: `INV-7K3M-92QX-4F`. */
  readonly number: string;
  readonly orderNumber: string;
  /** When it was placed, in milliseconds since 1970. */
  readonly at: number;
  /** ISO 4217, as it was on that day. */
  readonly currency: string;
  readonly address: Address;
  readonly items: readonly Omit<OrderItem, 'id' | 'orderId' | 'productId'>[];
  /** Minor units of the currency. */
  readonly total: number;
}

const COLUMNS: readonly Column[] = [
  { title: 'Product', share: 46 },
  { title: 'Quantity', share: 16, align: 'right' },
  { title: 'Rate', share: 21, align: 'right' },
  { title: 'Amount', share: 19, align: 'right' },
];

const HEADING: Style = { font: 'bold', size: 22, colour: ACCENT };
const TITLE: Style = { font: 'regular', size: 22, colour: MUTED };
const LABEL: Style = { font: 'bold', size: 8, colour: MUTED };
const TEXT: Style = { font: 'regular', size: 9.5, colour: INK };
const STRONG: Style = { font: 'bold', size: 9.5, colour: INK };
const TOTAL: Style = { font: 'bold', size: 15, colour: INK };
const SMALL: Style = { font: 'regular', size: 8, colour: MUTED };

/**
 * Prints an invoice as PDF. The same order and store give the same bytes, whenever it is printed.
 *
 * @param stream is ended
 * @throws what the stream throws
 */
export async function printInvoice(
  stream: Writable,
  invoice: InvoiceContent,
  store: StoreConfig,
): Promise<void> {
  const formats = printableFormats({ ...store, currency: invoice.currency });
  const name = `${store.name} · Invoice ${invoice.number}`;
  const about = { title: `Invoice ${invoice.number}`, author: store.name, at: invoice.at, language: 'en' };
  await printPdf(stream, about, async (pen) => ({
    sections: [
      { blocks: [masthead(pen, store.name), details(pen, invoice, formats)] },
      await tableSection(pen, {
        columns: COLUMNS,
        rows: invoice.items.map((item) => lineOf(item, formats)),
      }),
      { blocks: [total(pen, invoice, formats), closing(pen, invoice, formats)] },
    ],
    runningHead: name,
    foot: name,
  }));
}

function lineOf(item: InvoiceContent['items'][number], { money, number }: Formats): string[] {
  return [
    item.productName,
    quantityText(fromThousandths(item.quantity), item.unitType, number),
    `${money(item.ratePerUnit)} / ${item.unitType}`,
    money(item.price),
  ];
}

/** Whose invoice it is, and that it is one. */
function masthead(pen: PdfCanvas, storeName: string): Block {
  const forTitle = 120;
  const lines = pen.lines(storeName, WIDTH - forTitle, HEADING);
  return {
    height: pen.heightOf(lines.length, HEADING) + 28,
    draw: (on, top) => {
      on.write(lines, { left: LEFT, top, width: WIDTH - forTitle }, HEADING);
      const right = { left: LEFT + WIDTH - forTitle, top, width: forTitle, align: 'right' } as const;
      on.write(['Invoice'], right, TITLE);
    },
  };
}

/** For whom it is at the left; its numbers and its date at the right. */
function details(
  pen: PdfCanvas,
  { address, number, orderNumber, at }: InvoiceContent,
  { day }: Formats,
): Block {
  const left = textsBelow(pen, WIDTH * 0.5, [
    ['Billed to', LABEL],
    [address.name, STRONG],
    [address.line1, TEXT],
    ...(address.line2 === undefined || address.line2 === '' ? [] : [[address.line2, TEXT] as const]),
    [`${address.city} ${address.postalCode}`, TEXT],
    [address.phone, TEXT],
  ]);
  const facts = [
    ['Invoice number', number],
    ['Order number', orderNumber],
    ['Date', day(at)],
  ] as const;
  const factHeight = pen.heightOf(1, LABEL) + pen.heightOf(1, STRONG) + 6;
  const column = { left: LEFT + WIDTH * 0.65, width: WIDTH * 0.35, align: 'right' } as const;
  return {
    height: Math.max(left.height, facts.length * factHeight) + 26,
    draw: (on, top) => {
      left.draw(on, top);
      for (const [i, [label, value]] of facts.entries()) {
        on.write([label], { ...column, top: top + i * factHeight }, LABEL);
        const below = top + i * factHeight + on.heightOf(1, LABEL);
        on.write([value], { ...column, top: below }, STRONG);
      }
    },
  };
}

/** Stands in the column of the amounts, below a line of its own. */
function total(pen: PdfCanvas, { items, total: amount }: InvoiceContent, { money }: Formats): Block {
  const width = WIDTH * 0.5;
  const left = LEFT + WIDTH - width;
  const [above, below] = [12, 30];
  const height = pen.heightOf(1, TOTAL);
  const label = items.length === 1 ? 'Total of 1 line' : `Total of ${items.length} lines`;
  return {
    height: above + height + below,
    draw: (on, top) => {
      const labelTop = top + above + (height - on.heightOf(1, STRONG)) / 2;
      on.write([label], { left, top: labelTop, width }, STRONG);
      on.write([money(amount)], { left, top: top + above, width, align: 'right' }, TOTAL);
      on.rule(left, top + above + height + 8, width, { colour: INK, weight: 0.8 });
    },
  };
}

function closing(pen: PdfCanvas, { at }: InvoiceContent, { day }: Formats): Block {
  const text = `This invoice shows the order as it was placed on ${day(at)}.`;
  return textsBelow(pen, WIDTH, [[text, SMALL]]);
}

/** Texts below each other at the left, each in as many lines as it takes. */
function textsBelow(pen: PdfCanvas, width: number, texts: readonly (readonly [string, Style])[]): Block {
  const set = texts.map(([text, style]) => ({ lines: pen.lines(text, width, style), style }));
  const heightOf = ({ lines, style }: (typeof set)[number]): number => pen.heightOf(lines.length, style);
  return {
    height: set.reduce((height, one) => height + heightOf(one), 0),
    draw: (on, top) => {
      let below = top;
      for (const one of set) {
        on.write(one.lines, { left: LEFT, top: below, width }, one.style);
        below += heightOf(one);
      }
    },
  };
}
