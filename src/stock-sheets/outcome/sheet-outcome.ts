import { fromThousandths } from '../../platform/common/money/quantity.js';
import { sum } from '../../rules/pricing/quote.js';
import type { ReadConnection } from '../../platform/database/transaction.js';
import { MAX_STOCK } from '../../stock/stock.js';
import { outcomeOf, type LineOutcome } from './line-outcome.js';
import { movedSince } from './moved-since.js';
import { loadLines, unitsOrNull, type LineRow } from '../sheet-rows.js';
import type { SheetKind } from '../stock-sheet.entity.js';
import type { LineOutcomeView, StockSheetOutcome } from '../stock-sheets.dto.js';

/** A line with what its booking would do. */
export interface LineToBook extends LineRow {
  readonly movedSince: number;
  readonly outcome: LineOutcome;
}

/** Returns what booking each line of a sheet would do, in their order. Lines of a count without a quantity are left alone. */
export async function linesToBook(
  from: ReadConnection,
  { id, kind }: { readonly id: string; readonly kind: SheetKind },
): Promise<LineToBook[]> {
  const lines = await loadLines(from, id);
  const moved = kind === 'count' ? await movedSince(from, id, lines) : new Map<string, number>();
  return lines.map((line) => {
    const since = moved.get(line.productId) ?? 0;
    const isDeleted = line.deletedAt !== null;
    const outcome = outcomeOf(kind, { ...line, movedSince: since, isDeleted, maxStock: MAX_STOCK });
    return { ...line, movedSince: since, outcome };
  });
}

/** Converts the outcome of a sheet to its API representation. */
export function outcomeView(
  kind: SheetKind,
  version: number,
  lines: readonly LineToBook[],
): StockSheetOutcome {
  const booked = lines.filter(({ quantity }) => kind === 'delivery' || quantity !== null);
  const values = booked.map(({ outcome }) => outcome.value);
  return {
    version,
    lines: booked.map(lineView),
    leftAlone: lines.length - booked.length,
    value: values.includes(null) ? null : sum(values.map((value) => value ?? 0)),
  };
}

function lineView({ outcome, ...line }: LineToBook): LineOutcomeView {
  return {
    productId: line.productId,
    productName: line.productName,
    unitType: line.unitType,
    quantity: unitsOrNull(line.quantity),
    onHandBefore: fromThousandths(outcome.onHandBefore),
    onHandAfter: fromThousandths(outcome.onHandAfter),
    movedSince: fromThousandths(line.movedSince),
    difference: fromThousandths(outcome.difference),
    value: outcome.value,
    isLarge: outcome.isLarge,
    short: fromThousandths(outcome.short),
    problem: outcome.problem,
  };
}
