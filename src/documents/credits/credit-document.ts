import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { isId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { creditedAmounts } from '../../rules/documents/document-lines.js';
import { sum } from '../../rules/pricing/quote.js';
import { SettingsService } from '../../settings/settings.service.js';
import { documentErrors } from '../documents.errors.js';
import type { DocumentContent } from '../issue/document-content.js';
import { lockDocuments } from '../issue/document-lock.js';
import { DocumentWriter, type DraftLine, type IssuedDocument } from '../issue/document-writer.js';
import { openDocumentOf } from '../open-document.js';
import { checkCredits, type LineCredit } from './check-credits.js';
import { creditableLines, type CreditableLine } from './creditable-lines.js';

/** What to credit, and why. */
export interface CreditRequest {
  readonly lines: readonly LineCredit[];
  readonly reason: string;
}

interface CreditedDocument {
  readonly id: string;
  readonly orderId: string;
  readonly kind: string;
  readonly number: string;
  readonly buyer: string | null;
  /** JSON of a `DocumentContent`. */
  readonly content: string;
}

/** A credit note to write. */
interface CreditNote {
  readonly document: CreditedDocument;
  readonly lines: readonly CreditableLine[];
  /** Amount by line ID; a line without one is not credited. */
  readonly amounts: ReadonlyMap<string, number>;
  readonly reason: string;
  readonly reversal: boolean;
}

/** Reason that the credit note of an undone step states. */
const UNDONE = 'The goods have not left the store.';

/** Issues credit notes: for a part of a document, or for all of it. */
@Injectable()
export class CreditDocument {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingsService,
    private readonly audit: AuditTrail,
    private readonly writer: DocumentWriter,
    private readonly signals: ChangeSignals,
    private readonly clock: Clock,
  ) {}

  /**
   * Credits parts of a document on behalf of an admin.
   *
   * @throws documents.not-found, documents.not-a-sale, documents.line-not-found, documents.nothing-left,
   *   documents.credit-too-small
   */
  async run(
    actor: Actor,
    documentId: string,
    { lines: credits, reason }: CreditRequest,
  ): Promise<IssuedDocument> {
    if (!isId(documentId)) throw documentErrors['not-found']();
    return this.database.transaction(async (tx) => {
      await lockDocuments(tx);
      const document = await lockDocument(tx, documentId);
      if (document.kind === 'credit_note') throw documentErrors['not-a-sale']();
      const lines = await creditableLines(tx, documentId);
      const { currency } = JSON.parse(document.content) as DocumentContent;
      checkCredits(credits, lines, currency);
      const amounts = new Map(credits.map(({ lineId, amount }) => [lineId, amount] as const));
      await this.audit.record(tx, actor, {
        action: 'documents.credited',
        subject: { type: 'order', id: document.orderId },
        after: { document: document.number, total: sum([...amounts.values()]), reason },
      });
      this.signals.changed(tx, `order:${document.orderId}`, 'orders');
      return this.write(tx, { document, lines, amounts, reason, reversal: false });
    });
  }

  /**
   * Takes back all that is left of an order's document, because the goods have not left the store. The order may then get another
   * document. Does nothing if the order has none.
   *
   * @param orderId of an order that the caller has locked
   */
  async reverse(tx: Transaction, orderId: string): Promise<void> {
    const open = await openDocumentOf(tx, orderId);
    if (open === undefined) return;
    const document = await lockDocument(tx, open.id);
    const lines = await creditableLines(tx, open.id);
    const amounts = new Map(lines.flatMap(({ id, rest }) => (rest === 0 ? [] : [[id, rest] as const])));
    await this.write(tx, { document, lines, amounts, reason: UNDONE, reversal: true });
  }

  private async write(tx: Transaction, note: CreditNote): Promise<IssuedDocument> {
    const { document, reversal } = note;
    const { documents } = await this.settings.read(tx);
    const original = JSON.parse(document.content) as DocumentContent;
    const { currency, locale, order, seller, tax, buyerSha256, number, issuedOn } = original;
    const { placeOfSupply } = original;
    return this.writer.write(tx, {
      ...{ orderId: document.orderId, now: this.clock.now() },
      kind: 'credit_note',
      settings: documents,
      lines: creditLines(note),
      ...{ buyer: document.buyer, buyerSha256, creditsId: document.id, reversal },
      content: {
        ...{ currency, locale, order, seller, tax },
        ...(placeOfSupply === undefined ? {} : { placeOfSupply }),
        credits: { number, issuedOn, reason: note.reason },
      },
    });
  }
}

/** Locks the order of a document: two credits of one document never overlap. */
async function lockDocument(tx: Transaction, documentId: string): Promise<CreditedDocument> {
  const document = await tx.row<CreditedDocument>(sql`
    SELECT id, order_id AS "orderId", kind, number, buyer, content FROM documents WHERE id = ${documentId}`);
  if (document === undefined) throw documentErrors['not-found']();
  await tx.row(sql`SELECT id FROM orders WHERE id = ${document.orderId} ${tx.forUpdate}`);
  return document;
}

function creditLines({ lines, amounts }: CreditNote): DraftLine[] {
  return lines.flatMap((line) => {
    const amount = amounts.get(line.id);
    if (amount === undefined) return [];
    const { itemId, chargeId, charge, taxClassId, name, hsn, unitType } = line;
    return [
      {
        ...{ itemId, chargeId, charge, taxClassId, name, hsn, unitType },
        ...{ ratePerUnit: null, quantity: null, creditsLineId: line.id },
        ...creditedAmounts(line.rest, amount, line.taxes),
      },
    ];
  });
}
