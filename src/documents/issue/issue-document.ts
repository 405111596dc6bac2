import { Injectable } from '@nestjs/common';
import { dayInTimeZone } from '../../platform/calendar/store-day.js';
import { Clock } from '../../platform/common/clock.js';
import { Config } from '../../platform/config/config.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { sha256 } from '../../rules/documents/document-chain.js';
import { documentKind } from '../../rules/documents/document-kind.js';
import { documentLines, isTaxed } from '../../rules/documents/document-lines.js';
import { sum } from '../../rules/pricing/quote.js';
import { splitBetween } from '../../rules/pricing/tax.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { Settings } from '../../settings/settings.js';
import { storeState } from '../../settings/store-state.js';
import { ratesOn, taxRates } from '../../taxes/rates-by-day.js';
import { shareTaxClasses } from '../../taxes/tax-class-codes.js';
import { taxTerms } from '../../taxes/tax-terms.js';
import { documentErrors } from '../documents.errors.js';
import { openDocumentOf } from '../open-document.js';
import { buyerJson } from './document-content.js';
import { DocumentWriter, type DraftContent, type IssuedDocument } from './document-writer.js';
import { orderToBill, type OrderToBill } from './order-to-bill.js';

/** Issues the document of a sale when the goods leave: a tax invoice, a bill of supply, or a bill. */
@Injectable()
export class IssueDocument {
  constructor(
    private readonly settings: SettingsService,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly writer: DocumentWriter,
  ) {}

  /**
   * Issues the document of an order, with the tax rates of the day. The caller has locked the documents, then the order.
   *
   * @returns the new document, the one that the order already has, or undefined for an imported order
   * @throws documents.legal-missing, documents.total-differs
   */
  async run(tx: Transaction, orderId: string): Promise<IssuedDocument | undefined> {
    const existing = await openDocumentOf(tx, orderId);
    if (existing !== undefined) return existing;
    const order = await orderToBill(tx, orderId);
    if (order.isImported) return undefined;
    // Before the settings: the classes that they name stay until the end of the transaction.
    await shareTaxClasses(tx);
    const settings = await this.settings.read(tx);
    checkLegal(settings);
    const now = this.clock.now();
    const today = dayInTimeZone(now, this.config.store.timeZone);
    // The rates of the day do not change until the end of the transaction.
    const terms = taxTerms(settings, ratesOn(today, await taxRates(tx)));
    const split = splitBetween(settings.tax.regime, storeState(settings), order.placeOfSupply);
    const lines = documentLines(order, terms, split);
    checkTotal(order, lines);
    const buyer = buyerJson(order.buyer);
    return this.writer.write(tx, {
      ...{ orderId, now },
      kind: documentKind(settings.tax, lines.map(isTaxed)),
      settings: settings.documents,
      lines: lines.map((line) => ({ ...line, creditsLineId: null })),
      buyer,
      buyerSha256: sha256(buyer),
      creditsId: null,
      reversal: false,
      content: this.contentOf(order, settings),
    });
  }

  private contentOf(
    { currency, number, placedAt, placeOfSupply }: OrderToBill,
    { legal, tax: { regime, scheme } }: Settings,
  ): DraftContent {
    const { locale, name, timeZone } = this.config.store;
    return {
      currency,
      locale,
      order: { number, placedOn: dayInTimeZone(placedAt, timeZone) },
      seller: { ...legal, name: legal.name === '' ? name : legal.name },
      tax: { regime, scheme },
      ...(placeOfSupply === null ? {} : { placeOfSupply }),
      credits: null,
    };
  }
}

/** @throws documents.legal-missing for a registered store without its tax number, naming all that is blank */
function checkLegal({ legal, tax }: Settings): void {
  if (tax.scheme === 'unregistered' || legal.taxNumber !== '') return;
  const fields = [
    ...(legal.name === '' ? ['legal.name'] : []),
    ...(legal.address.line1 === '' ? ['legal.address.line1'] : []),
    ...(legal.address.city === '' ? ['legal.address.city'] : []),
    'legal.taxNumber',
  ];
  throw documentErrors['legal-missing']({ fields });
}

/** A document never states another amount than the order. @throws documents.total-differs */
function checkTotal({ number, total }: OrderToBill, lines: readonly { readonly net: number }[]): void {
  const billed = sum(lines.map(({ net }) => net));
  if (billed !== total) throw documentErrors['total-differs']({ number, billed, total });
}
