import type { Writable } from 'node:stream';
import { isolated } from '../../platform/common/bidi-text.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import type { UnitType } from '../../platform/common/money/unit-type.js';
import {
  addressAndFacts,
  LABEL,
  masthead,
  SMALL,
  stackedTexts,
  STRONG,
  TEXT,
  totalBlock,
  type Fact,
  type StyledText,
} from '../../platform/pdf/letter-blocks.js';
import type { Block, Section } from '../../platform/pdf/page-layout.js';
import type { PdfCanvas } from '../../platform/pdf/pdf-canvas.js';
import { printPdf, WIDTH } from '../../platform/pdf/pdf-document.js';
import { tableSection, type Column } from '../../platform/pdf/pdf-table.js';
import { storeFormats, type Formats } from '../../platform/pdf/print-formats.js';
import { quantityText } from '../../platform/pdf/quantity-text.js';
import type { DocumentKind } from '../../rules/documents/document-kind.js';
import { placeLine, stateName } from '../../rules/places/place-line.js';
import type { Buyer, ContentLine, DocumentContent } from '../issue/document-content.js';
import { taxRows, taxText } from './tax-summary.js';

const TITLES: Readonly<Record<DocumentKind, string>> = {
  tax_invoice: 'Tax invoice',
  bill_of_supply: 'Bill of supply',
  invoice_cum_bill: 'Invoice-cum-bill of supply',
  bill: 'Bill',
  credit_note: 'Credit note',
};
/** In points; the longest title needs more room. */
const TITLE_WIDTH = 165;
const LONG_TITLE_WIDTH = 285;

/** Declaration at the top of the bills of a dealer of the composition scheme (rule 5 of the CGST Rules). */
const COMPOSITION = 'Composition taxable person, not eligible to collect tax on supplies.';

/**
 * Prints a document as PDF, from its content and buyer alone: the same document always gives the same bytes.
 *
 * @param stream ended by this function
 * @param buyer null if it is no longer kept
 * @throws errors of the stream
 */
export async function printDocument(
  stream: Writable,
  content: DocumentContent,
  buyer: Buyer | null,
): Promise<void> {
  const { kind, number, seller, locale, currency } = content;
  // Days are those of the store's time zone already.
  const formats = storeFormats({ locale, currency, timeZone: 'UTC' });
  const title = `${TITLES[kind]} ${number}`;
  const name = `${isolated(seller.name)} · ${title}`;
  const at = Date.parse(content.issuedAt);
  await printPdf(stream, { title, author: seller.name, at, language: 'en' }, async (canvas) => ({
    sections: [
      {
        blocks: [
          masthead(
            canvas,
            seller.name,
            TITLES[kind],
            kind === 'invoice_cum_bill' ? LONG_TITLE_WIDTH : TITLE_WIDTH,
          ),
          ...(declares(content) ? [below(stackedTexts(canvas, WIDTH, [[COMPOSITION, STRONG]]), 10)] : []),
          below(stackedTexts(canvas, WIDTH * 0.6, sellerTexts(content)), 18),
          addressAndFacts(canvas, buyerTexts(buyer), factsOf(content, formats)),
        ],
      },
      await linesSection(canvas, content, formats),
      { blocks: [totalBlock(canvas, totalLabel(content), formats.money(content.total))] },
      ...(await taxSection(canvas, content, formats)),
      { blocks: [closing(canvas, content)] },
    ],
    runningHead: name,
    foot: name,
  }));
}

function sellerTexts({
  seller: { address, taxNumber, licence },
  tax: { regime },
}: DocumentContent): StyledText[] {
  const isGst = regime === 'gst_in';
  return [
    [address.line1, TEXT],
    [address.line2, TEXT],
    [placeLine({ ...address, city: isolated(address.city) }), TEXT],
    [taxNumber === '' ? '' : `${isGst ? 'GSTIN' : 'VAT no.'} ${taxNumber}`, TEXT],
    [licence === '' ? '' : `${isGst ? 'FSSAI licence' : 'Licence'} ${licence}`, TEXT],
  ].filter((text): text is [string, typeof TEXT] => /[\p{L}\p{N}]/u.test(text[0] as string));
}

function buyerTexts(buyer: Buyer | null): StyledText[] {
  if (buyer === null)
    return [
      ['Billed to', LABEL],
      ['No longer kept', TEXT],
    ];
  const { name, line1, line2 = '', city, ...place } = buyer;
  return [
    ['Billed to', LABEL],
    [name, STRONG],
    [line1, TEXT],
    ...(line2 === '' ? [] : [[line2, TEXT] as const]),
    [placeLine({ ...place, city: isolated(city) }), TEXT],
  ];
}

function factsOf(
  { number, issuedOn, order, credits, placeOfSupply }: DocumentContent,
  formats: Formats,
): Fact[] {
  const day = (date: string): string => formats.day(Date.parse(date));
  return [
    ['Number', number],
    ['Date', day(issuedOn)],
    ...(credits === null
      ? []
      : [['Credits', credits.number] as const, ['Dated', day(credits.issuedOn)] as const]),
    ['Order number', order.number],
    ['Ordered on', day(order.placedOn)],
    ...(placeOfSupply === undefined
      ? []
      : [['Place of supply', `${placeOfSupply}-${stateName(placeOfSupply)}`] as const]),
  ];
}

/** A column of the lines, which is left out if no line has anything to say in it. */
type LineColumn = Column & { readonly of: (line: ContentLine, formats: Formats) => string };

const LINE_COLUMNS: readonly LineColumn[] = [
  { title: 'Item', share: 40, of: ({ name }) => name },
  { title: 'HSN', share: 13, of: ({ hsn }) => hsn ?? '' },
  { title: 'Quantity', share: 16, align: 'right', of: quantityOf },
  {
    title: 'Rate',
    share: 19,
    align: 'right',
    of: ({ ratePerUnit, unitType }, { money }) =>
      ratePerUnit === null ? '' : `${money(ratePerUnit)} / ${unitType ?? ''}`,
  },
  {
    title: 'Discount',
    share: 14,
    align: 'right',
    of: ({ discount }, { money }) => (discount === 0 ? '' : money(discount)),
  },
  { title: 'Tax', share: 12, align: 'right', of: ({ taxes }, { number }) => taxText(taxes, number) },
  { title: 'Amount', share: 18, align: 'right', of: ({ net }, { money }) => money(net) },
];

function quantityOf({ quantity, unitType }: ContentLine, { number }: Formats): string {
  return quantity === null ? '' : quantityText(fromThousandths(quantity), unitType as UnitType, number);
}

function linesSection(canvas: PdfCanvas, { lines }: DocumentContent, formats: Formats): Promise<Section> {
  // A reversal of what was credited before has no lines. The table still needs its columns.
  const used = LINE_COLUMNS.filter(({ of }) => lines.some((line) => of(line, formats) !== ''));
  const columns = used.length === 0 ? LINE_COLUMNS : used;
  return tableSection(canvas, {
    columns,
    rows: lines.map((line) => columns.map(({ of }) => of(line, formats))),
  });
}

/** Returns the taxes that the total contains, by their rates; nothing without any. */
async function taxSection(canvas: PdfCanvas, content: DocumentContent, formats: Formats): Promise<Section[]> {
  const { columns, rows } = taxRows(content, formats);
  if (rows.length === 0) return [];
  return [
    { blocks: [stackedTexts(canvas, WIDTH, [['Tax that the amounts include', STRONG]])] },
    await tableSection(canvas, { columns, rows }),
  ];
}

function totalLabel({ kind, lines }: DocumentContent): string {
  const verb = kind === 'credit_note' ? 'Credit' : 'Total';
  return lines.length === 1 ? `${verb} of 1 line` : `${verb} of ${lines.length} lines`;
}

function declares({ kind, tax }: DocumentContent): boolean {
  return tax.scheme === 'composition' && kind !== 'credit_note';
}

function closing(canvas: PdfCanvas, { credits }: DocumentContent): Block {
  const texts = [...(credits === null ? [] : [`Reason: ${credits.reason}`])];
  const block = stackedTexts(
    canvas,
    WIDTH,
    texts.map((text) => [text, SMALL] as const),
  );
  return { height: block.height + 14, draw: (target, top) => block.draw(target, top + 14) };
}

/** Adds space below a block. */
function below(block: Block, space: number): Block {
  return { ...block, height: block.height + space };
}
