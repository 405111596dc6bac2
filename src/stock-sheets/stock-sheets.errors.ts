import { defineErrors } from '../platform/common/errors/define-errors.js';
import type { LineProblem } from './outcome/line-outcome.js';
import type { SheetStatus } from './stock-sheet.entity.js';

/** A line that prevents a booking. */
export interface RefusedLine {
  readonly productId: string;
  readonly productName: string;
  readonly problem: LineProblem;
}

interface Limit {
  readonly max: number;
}

export const stockSheetErrors = defineErrors('stock-sheets', {
  'not-found': {
    kind: 'not-found',
    title: 'No such stock sheet',
    detail: 'There is no such stock sheet.',
  },
  /** A sheet is booked or discarded once, and then stays as it is. */
  'not-a-draft': {
    kind: 'conflict',
    title: 'The sheet is no draft any more',
    detail: ({ sheetStatus }: { sheetStatus: SheetStatus }) => `The sheet has already been ${sheetStatus}.`,
    extensions: ({ sheetStatus }: { sheetStatus: SheetStatus }) => ({ sheetStatus }),
  },
  'nothing-to-book': {
    kind: 'rule',
    title: 'Nothing to book',
    detail: 'The sheet has no line with a quantity.',
  },
  /** Lines that cannot be booked, so that none was. */
  'lines-refused': {
    kind: 'conflict',
    title: 'Nothing has been booked',
    detail: ({ lines }: { lines: readonly RefusedLine[] }) =>
      `Nothing has been booked, since ${lines.length} of the lines cannot be.`,
    extensions: ({ lines }: { lines: readonly RefusedLine[] }) => ({ lines }),
  },
  'too-many-drafts': {
    kind: 'conflict',
    title: 'There are too many drafts',
    detail: ({ max }: Limit) => `There can be ${max} drafts of stock sheets. Book or discard some.`,
    extensions: ({ max }: Limit) => ({ max }),
  },
  'section-empty': {
    kind: 'rule',
    title: 'Nothing to count',
    detail: 'The section has no products on sale.',
  },
  'section-too-large': {
    kind: 'rule',
    title: 'The section is too large',
    detail: ({ max }: Limit) => `A sheet has at most ${max} lines. Count this section product by product.`,
    extensions: ({ max }: Limit) => ({ max }),
  },
});
