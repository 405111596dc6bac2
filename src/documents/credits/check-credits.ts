import { currencyDecimals } from '../../platform/common/money/money-format.js';
import { documentErrors } from '../documents.errors.js';

/** An amount to credit of a line, in minor units. */
export interface LineCredit {
  readonly lineId: string;
  readonly amount: number;
}

/**
 * Checks that a document has so much left, and that no credit is too small to be worth a document.
 *
 * @param credits each for another line
 * @throws documents.line-not-found, documents.nothing-left, documents.credit-too-small
 */
export function checkCredits(
  credits: readonly LineCredit[],
  lines: readonly { readonly id: string; readonly rest: number }[],
  currency: string,
): void {
  const rests = new Map(lines.map(({ id, rest }) => [id, rest]));
  const min = 10 ** currencyDecimals(currency);
  for (const { lineId } of credits)
    if (!rests.has(lineId)) throw documentErrors['line-not-found']({ lineId });
  if (credits.some(({ lineId, amount }) => amount > (rests.get(lineId) ?? 0))) {
    throw documentErrors['nothing-left']({ rests: lines.map(({ id, rest }) => ({ lineId: id, rest })) });
  }
  const tooSmall = credits.find(({ lineId, amount }) => amount < min && amount !== rests.get(lineId));
  if (tooSmall !== undefined) throw documentErrors['credit-too-small']({ lineId: tooSmall.lineId, min });
}
