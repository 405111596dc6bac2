import { canonicalJson } from '../platform/common/canonical-json.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { chainedSha256, sha256 } from '../rules/documents/document-chain.js';
import { sum } from '../rules/pricing/quote.js';
import type { UnprovenDocumentView } from './books.dto.js';
import type { DocumentRow, LineRow, StatedLine } from './document-rows.js';

type Problem = UnprovenDocumentView['problem'];

/** What is known of the document before in the series. */
export interface Previous {
  readonly sha256: string;
  readonly issuedAt: number;
}

/** The part of a content that rows have too. */
interface Stated {
  readonly kind: string;
  readonly number: string;
  readonly issuedAt: string;
  readonly total: number;
  readonly order: { readonly number: string };
  readonly credits: { readonly number: string } | null;
  readonly lines: readonly StatedLine[];
  readonly buyerSha256: string;
}

/** Returns the first thing that is wrong with a document; undefined if it proves itself. */
export function problemOf(document: DocumentRow, previous: Previous): Problem | undefined {
  if (document.issuedAt < previous.issuedAt) return 'series';
  if (!addsUp(document)) return 'amounts';
  if (!isUnchanged(document, previous)) return 'content';
  return matchesOrder(document) ? undefined : 'order';
}

function addsUp({ total, lines }: DocumentRow): boolean {
  return total === sum(lines.map(({ net }) => net)) && lines.every(isConsistent);
}

function isConsistent({ gross, discount, net, taxable, taxes, credited }: LineRow): boolean {
  const taxed = taxable + sum(taxes.map(({ amount }) => amount));
  return net === gross - discount && net === taxed && credited <= net;
}

/** Returns true if the chain is whole, and the content states what the rows have. */
function isUnchanged(document: DocumentRow, previous: Previous): boolean {
  const { content, buyer } = document;
  const isChained =
    document.previousSha256 === previous.sha256 &&
    document.sha256 === chainedSha256(previous.sha256, content);
  if (!isChained) return false;
  const facts = factsOf(content);
  if (facts === undefined) return false;
  const { kind, number, issuedAt, total, order, credits, lines = [], buyerSha256 } = facts;
  return (
    (buyer === null || buyerSha256 === sha256(buyer)) &&
    canonicalJson([
      ...[kind, number, issuedAt, total, order?.number],
      ...[credits?.number ?? null, lines.map(stated)],
    ]) === canonicalJson(statedByRows(document))
  );
}

/** Returns what a content states; undefined if it is not JSON of an object. */
function factsOf(content: string): Partial<Stated> | undefined {
  try {
    const facts: unknown = JSON.parse(content);
    return typeof facts === 'object' && facts !== null ? facts : undefined;
  } catch {
    return undefined;
  }
}

function statedByRows(document: DocumentRow): unknown {
  const { kind, number, issuedAt, total, orderNumber, creditsNumber, lines } = document;
  return [kind, number, toIsoString(issuedAt), total, orderNumber, creditsNumber, lines.map(stated)];
}

/** Returns what both a row and a content have of a line. The order of its taxes means nothing. */
function stated({ charge, name, hsn, unitType, quantity, ratePerUnit, ...line }: StatedLine): StatedLine {
  const { gross, discount, net, taxable } = line;
  const taxes = line.taxes.toSorted((a, b) => (a.component < b.component ? -1 : 1));
  return { charge, name, hsn, unitType, quantity, ratePerUnit, gross, discount, net, taxable, taxes };
}

function matchesOrder({ kind, reversed, total, orderTotal, openSales }: DocumentRow): boolean {
  if (kind === 'credit_note' || reversed > 0) return openSales <= 1;
  return openSales === 1 && total === orderTotal;
}
