import type { Writable } from 'node:stream';
import { isolated } from '../../platform/common/bidi-text.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import type { StoreConfig } from '../../platform/config/config.js';
import type { Block } from '../../platform/pdf/page-layout.js';
import { ACCENT, INK, MUTED, type PdfCanvas, type Style } from '../../platform/pdf/pdf-canvas.js';
import { LEFT, printPdf, WIDTH } from '../../platform/pdf/pdf-document.js';
import { tableSection, type Column } from '../../platform/pdf/pdf-table.js';
import { storeFormats, type Formats } from '../../platform/pdf/print-formats.js';
import type { Charge, ChargeKind } from '../../rules/pricing/quote.js';
import type { OrderItem } from '../order-item.entity.js';
import type { Address } from '../orders.dto.js';
import { quantityText } from './quantity-text.js';

/** An order as its invoice shows it: as it was placed, regardless of later changes. */
export interface InvoiceContent {
  /** Human-readable number: `INV-7K3M-92QX-4F`. */
  readonly number: string;
  readonly orderNumber: string;
  /** Time of placement, in milliseconds since 1970. */
  readonly at: number;
  /** ISO 4217 code at the time of the order. */
  readonly currency: string;
  readonly address: Address;
  readonly items: readonly Pick<
    OrderItem,
    'productName' | 'unitType' | 'ratePerUnit' | 'quantity' | 'price'
  >[];
  /** What the order costs besides its goods. */
  readonly charges: readonly Charge[];
  /** Minor units of the currency. */
  readonly total: number;
}

const COLUMNS: readonly Column[] = [
  { title: 'Product', share: 46 },
  { title: 'Quantity', share: 16, align: 'right' },
  { title: 'Rate', share: 21, align: 'right' },
  { title: 'Amount', share: 19, align: 'right' },
];

const CHARGE_TITLES: Readonly<Record<ChargeKind, string>> = { delivery: 'Delivery', packing: 'Packing' };

const HEADING: Style = { font: 'bold', size: 22, colour: ACCENT };
const TITLE: Style = { font: 'regular', size: 22, colour: MUTED };
const LABEL: Style = { font: 'bold', size: 8, colour: MUTED };
const TEXT: Style = { font: 'regular', size: 9.5, colour: INK };
const STRONG: Style = { font: 'bold', size: 9.5, colour: INK };
const TOTAL: Style = { font: 'bold', size: 15, colour: INK };
const SMALL: Style = { font: 'regular', size: 8, colour: MUTED };

/**
 * Prints an invoice as PDF. The same order and store give the same bytes at any time.
 *
 * @param stream ended by this function
 * @throws errors of the stream
 */
export async function printInvoice(
  stream: Writable,
  invoice: InvoiceContent,
  store: StoreConfig,
): Promise<void> {
  const formats = storeFormats({ ...store, currency: invoice.currency });
  const name = `${isolated(store.name)} · Invoice ${invoice.number}`;
  const metadata = { title: `Invoice ${invoice.number}`, author: store.name, at: invoice.at, language: 'en' };
  await printPdf(stream, metadata, async (canvas) => ({
    sections: [
      { blocks: [masthead(canvas, store.name), details(canvas, invoice, formats)] },
      await tableSection(canvas, {
        columns: COLUMNS,
        rows: [
          ...invoice.items.map((item) => lineOf(item, formats)),
          ...invoice.charges.map(({ kind, amount }) => [CHARGE_TITLES[kind], '', '', formats.money(amount)]),
        ],
      }),
      { blocks: [total(canvas, invoice, formats), closing(canvas, invoice, formats)] },
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

/** Returns the head: the store's name at the left, the title at the right. */
function masthead(canvas: PdfCanvas, storeName: string): Block {
  const titleWidth = 120;
  const lines = canvas.lines(storeName, WIDTH - titleWidth, HEADING);
  const title = canvas.singleLine('Invoice', titleWidth, TITLE);
  return {
    height: canvas.heightOf(lines.length, HEADING) + 28,
    draw: (target, top) => {
      target.write(lines, { left: LEFT, top, width: WIDTH - titleWidth }, HEADING);
      const right = { left: LEFT + WIDTH - titleWidth, top, width: titleWidth, align: 'right' } as const;
      target.write(title, right, TITLE);
    },
  };
}

/** Returns the billing address at the left, the numbers and the date at the right. */
function details(
  canvas: PdfCanvas,
  { address, number, orderNumber, at }: InvoiceContent,
  { day }: Formats,
): Block {
  const left = stackedTexts(canvas, WIDTH * 0.5, [
    ['Billed to', LABEL],
    [address.name, STRONG],
    [address.line1, TEXT],
    ...(address.line2 === undefined || address.line2 === '' ? [] : [[address.line2, TEXT] as const]),
    [`${isolated(address.city)} ${address.postalCode}`, TEXT],
    [address.phone, TEXT],
  ]);
  const facts = [
    ['Invoice number', number],
    ['Order number', orderNumber],
    ['Date', day(at)],
  ] as const;
  const factHeight = canvas.heightOf(1, LABEL) + canvas.heightOf(1, STRONG) + 6;
  const column = { left: LEFT + WIDTH * 0.65, width: WIDTH * 0.35, align: 'right' } as const;
  const right = facts.map(([label, value]) => ({
    label: canvas.singleLine(label, column.width, LABEL),
    value: canvas.singleLine(value, column.width, STRONG),
  }));
  return {
    height: Math.max(left.height, facts.length * factHeight) + 26,
    draw: (target, top) => {
      left.draw(target, top);
      for (const [i, { label, value }] of right.entries()) {
        target.write(label, { ...column, top: top + i * factHeight }, LABEL);
        const valueTop = top + i * factHeight + target.heightOf(1, LABEL);
        target.write(value, { ...column, top: valueTop }, STRONG);
      }
    },
  };
}

/** Returns the total, aligned with the amounts and underlined. */
function total(canvas: PdfCanvas, { items, total: amount }: InvoiceContent, { money }: Formats): Block {
  const width = WIDTH * 0.5;
  const left = LEFT + WIDTH - width;
  const [marginTop, marginBottom] = [12, 30];
  const height = canvas.heightOf(1, TOTAL);
  const count = items.length === 1 ? 'Total of 1 line' : `Total of ${items.length} lines`;
  const label = canvas.singleLine(count, width, STRONG);
  const sum = canvas.singleLine(money(amount), width, TOTAL);
  return {
    height: marginTop + height + marginBottom,
    draw: (target, top) => {
      const labelTop = top + marginTop + (height - target.heightOf(1, STRONG)) / 2;
      target.write(label, { left, top: labelTop, width }, STRONG);
      target.write(sum, { left, top: top + marginTop, width, align: 'right' }, TOTAL);
      target.rule(left, top + marginTop + height + 8, width, { colour: INK, weight: 0.8 });
    },
  };
}

function closing(canvas: PdfCanvas, { at }: InvoiceContent, { day }: Formats): Block {
  const text = `This invoice shows the order as it was placed on ${day(at)}.`;
  return stackedTexts(canvas, WIDTH, [[text, SMALL]]);
}

/** Stacks texts at the left, each wrapped to the width. */
function stackedTexts(canvas: PdfCanvas, width: number, texts: readonly (readonly [string, Style])[]): Block {
  const wrapped = texts.map(([text, style]) => ({ lines: canvas.lines(text, width, style), style }));
  const heightOf = ({ lines, style }: (typeof wrapped)[number]): number =>
    canvas.heightOf(lines.length, style);
  return {
    height: wrapped.reduce((height, block) => height + heightOf(block), 0),
    draw: (target, top) => {
      let nextTop = top;
      for (const block of wrapped) {
        target.write(block.lines, { left: LEFT, top: nextTop, width }, block.style);
        nextTop += heightOf(block);
      }
    },
  };
}
