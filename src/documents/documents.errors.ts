import { defineErrors } from '../platform/common/errors/define-errors.js';

/** What an invoice must state and the settings do not have: names of the fields, such as `legal.taxNumber`. */
export interface LegalGaps {
  readonly fields: readonly string[];
}

export const documentErrors = defineErrors('documents', {
  'not-found': {
    kind: 'not-found',
    title: 'No such document',
    detail: 'There is no such document.',
  },
  /** The store is registered for a tax, and its settings lack what its invoices must state. The order has not moved. */
  'legal-missing': {
    kind: 'rule',
    title: 'Invoices need the data of the business',
    detail: ({ fields }: LegalGaps) =>
      `The store is registered for a tax: its invoices must state who sells. Missing in the settings: ${fields.join(', ')}.`,
    extensions: ({ fields }: LegalGaps) => ({ fields }),
  },
  /** The lines of the order do not add up to its total, which the books name as well. The order has not moved. */
  'total-differs': {
    kind: 'rule',
    title: 'The order does not add up',
    detail: ({ number }: { number: string }) =>
      `The lines of order ${number} do not add up to its total, so that no document can state both. See the books.`,
    extensions: ({ number, billed, total }: { number: string; billed: number; total: number }) => ({
      ...{ number, billed, total },
    }),
  },
  /** The document states the amounts of the order, which no longer change. */
  'already-issued': {
    kind: 'conflict',
    title: 'The document of this sale is already issued',
    detail: 'The total of the order no longer changes. An admin can reduce it with a credit note.',
  },
  /** Less is left of the document than the credit would take. */
  'nothing-left': {
    kind: 'rule',
    title: 'Not that much is left to credit',
    detail: 'The credit is more than what is left of the document. Load it again.',
    extensions: ({ rests }: { rests: readonly { lineId: string; rest: number }[] }) => ({ rests }),
  },
  'credit-too-small': {
    kind: 'rule',
    title: 'The credit is too small',
    detail: 'Credit at least one unit of the currency of a line, or all that is left of it.',
    extensions: ({ lineId, min }: { lineId: string; min: number }) => ({ lineId, min }),
  },
  /** Credit notes are not credited. */
  'not-a-sale': {
    kind: 'rule',
    title: 'A credit note cannot be credited',
    detail: 'Only documents of sales can be credited.',
  },
  'line-not-found': {
    kind: 'rule',
    title: 'No such line',
    detail: 'The document has no such line.',
    extensions: ({ lineId }: { lineId: string }) => ({ lineId }),
  },
  /** The PDF can be neither read nor created: the data folder is full, read-only or missing. */
  'file-unavailable': {
    kind: 'unavailable',
    title: 'The document is temporarily unavailable',
    detail: (_: { cause: unknown }) => 'Nothing is lost. Please try again in a moment.',
    extensions: () => ({ retryAfterSeconds: 30 }),
  },
});
