import { Type } from 'class-transformer';
import { IsObject, Matches, ValidateNested } from 'class-validator';
import type { DocumentKind } from '../rules/documents/document-kind.js';

const PREFIX = /^[A-Z]{1,3}$/;
const PREFIX_TEXT = { message: '$property must be 1 to 3 letters from A to Z' };

/** First letters of the numbers of each kind of document. All of them are different. */
export class DocumentPrefixes {
  /** @example INV */
  @Matches(PREFIX, PREFIX_TEXT)
  taxInvoice: string;

  /** @example BOS */
  @Matches(PREFIX, PREFIX_TEXT)
  billOfSupply: string;

  /** @example ICB */
  @Matches(PREFIX, PREFIX_TEXT)
  invoiceCumBill: string;

  /** @example BIL */
  @Matches(PREFIX, PREFIX_TEXT)
  bill: string;

  /** @example CN */
  @Matches(PREFIX, PREFIX_TEXT)
  creditNote: string;
}

/** How invoices, bills and credit notes are numbered. */
export class DocumentSettings {
  /** First day of the fiscal year, MM-DD: numbers begin with 1 again. @example 04-01 */
  @Matches(
    /^(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])$|^(0[469]|11)-(0[1-9]|[12]\d|30)$|^02-(0[1-9]|1\d|2[0-8])$/,
    {
      message: '$property must be a day of every year, as MM-DD',
    },
  )
  fiscalYearStart: string;

  @IsObject()
  @ValidateNested()
  @Type(() => DocumentPrefixes)
  prefixes: DocumentPrefixes;
}

/** The prefix of the numbers of each kind. */
export const PREFIX_OF_KIND = {
  tax_invoice: 'taxInvoice',
  bill_of_supply: 'billOfSupply',
  invoice_cum_bill: 'invoiceCumBill',
  bill: 'bill',
  credit_note: 'creditNote',
} as const satisfies Readonly<Record<DocumentKind, keyof DocumentPrefixes>>;
