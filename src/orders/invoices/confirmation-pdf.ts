import type { Writable } from 'node:stream';
import { isolated } from '../../platform/common/bidi-text.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import type { StoreConfig } from '../../platform/config/config.js';
import {
  addressAndFacts,
  LABEL,
  masthead,
  SMALL,
  stackedTexts,
  STRONG,
  TEXT,
  totalBlock,
  type StyledText,
} from '../../platform/pdf/letter-blocks.js';
import { printPdf, WIDTH } from '../../platform/pdf/pdf-document.js';
import { tableSection, type Column } from '../../platform/pdf/pdf-table.js';
import { storeFormats, type Formats } from '../../platform/pdf/print-formats.js';
import { placeLine } from '../../rules/places/place-line.js';
import { quantityText } from '../../platform/pdf/quantity-text.js';
import type { Charge, ChargeKind } from '../../rules/pricing/quote.js';
import type { OrderItem } from '../order-item.entity.js';
import type { Address } from '../orders.dto.js';

/** An order as it was placed, regardless of later changes. */
export interface ConfirmationContent {
  /** That of the order; `INV-` and that of the order for one that was placed before confirmations had this name. */
  readonly number: string;
  readonly orderNumber: string;
  /** Time of placement, in milliseconds since 1970. */
  readonly at: number;
  /** ISO 4217 code at the time of the order. */
  readonly currency: string;
  readonly address: Address;
  readonly items: readonly Pick<
    OrderItem,
    'productName' | 'unitType' | 'ratePerUnit' | 'orderedQuantity' | 'orderedPrice'
  >[];
  /** What the order cost besides its goods. */
  readonly charges: readonly Charge[];
  /** Minor units of the currency. */
  readonly placedTotal: number;
}

const COLUMNS: readonly Column[] = [
  { title: 'Product', share: 46 },
  { title: 'Quantity', share: 16, align: 'right' },
  { title: 'Rate', share: 21, align: 'right' },
  { title: 'Amount', share: 19, align: 'right' },
];

const CHARGE_TITLES: Readonly<Record<ChargeKind, string>> = { delivery: 'Delivery', packing: 'Packing' };

/** The names of a confirmation. Orders were confirmed by invoices before those were issued when goods leave. */
const WORDS = {
  confirmation: { title: 'Order confirmation', noun: 'confirmation', address: 'Deliver to', titleWidth: 220 },
  invoice: { title: 'Invoice', noun: 'invoice', address: 'Billed to', titleWidth: 120 },
} as const;

/**
 * Prints the confirmation of an order as PDF. The same order and store give the same bytes at any time.
 *
 * @param stream ended by this function
 * @throws errors of the stream
 */
export async function printConfirmation(
  stream: Writable,
  order: ConfirmationContent,
  store: StoreConfig,
): Promise<void> {
  const formats = storeFormats({ ...store, currency: order.currency });
  const { number, orderNumber, at, items, charges } = order;
  const isInvoice = number !== orderNumber;
  const words = WORDS[isInvoice ? 'invoice' : 'confirmation'];
  const title = `${words.title} ${number}`;
  const name = `${isolated(store.name)} · ${title}`;
  const facts = [
    ...(isInvoice ? [['Invoice number', number] as const] : []),
    ['Order number', orderNumber] as const,
    ['Date', formats.day(at)] as const,
  ];
  await printPdf(stream, { title, author: store.name, at, language: 'en' }, async (canvas) => ({
    sections: [
      {
        blocks: [
          masthead(canvas, store.name, words.title, words.titleWidth),
          addressAndFacts(canvas, [[words.address, LABEL], ...addressTexts(order)], facts),
        ],
      },
      await tableSection(canvas, {
        columns: COLUMNS,
        rows: [
          ...items.map((item) => lineOf(item, formats)),
          ...charges.map(({ kind, amount }) => [CHARGE_TITLES[kind], '', '', formats.money(amount)]),
        ],
      }),
      {
        blocks: [
          totalBlock(canvas, totalLabel(items.length), formats.money(order.placedTotal)),
          stackedTexts(canvas, WIDTH, [
            [`This ${words.noun} shows the order as it was placed on ${formats.day(at)}.`, SMALL],
          ]),
        ],
      },
    ],
    runningHead: name,
    foot: name,
  }));
}

function lineOf(item: ConfirmationContent['items'][number], { money, number }: Formats): string[] {
  return [
    item.productName,
    quantityText(fromThousandths(item.orderedQuantity), item.unitType, number),
    `${money(item.ratePerUnit)} / ${item.unitType}`,
    money(item.orderedPrice),
  ];
}

function addressTexts({ address }: ConfirmationContent): StyledText[] {
  const { name, line1, line2 = '', city, phone, ...place } = address;
  return [
    [name, STRONG],
    [line1, TEXT],
    ...(line2 === '' ? [] : [[line2, TEXT] as const]),
    [placeLine({ ...place, city: isolated(city) }), TEXT],
    [phone, TEXT],
  ];
}

function totalLabel(lines: number): string {
  return lines === 1 ? 'Total of 1 line' : `Total of ${lines} lines`;
}
