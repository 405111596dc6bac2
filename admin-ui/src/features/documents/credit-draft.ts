import type { FieldError } from 'ui-common/forms/field-error';
import { readMoney } from 'ui-common/money/typed-money';
import type { DocumentLine } from './documents';

/** A credit as typed: the reason, and an amount for each line by its ID. Empty lines are not credited. */
export interface CreditDraft extends Record<string, string> {
  reason: string;
}

type Rest = Pick<DocumentLine, 'id' | 'rest'>;

/** Returns the amounts of the lines that have a readable one, in minor units. @param digits of the currency */
export function creditsOf(
  draft: CreditDraft,
  lines: readonly Rest[],
  digits: number,
): { lineId: string; amount: number }[] {
  return lines.flatMap(({ id }) => {
    const amount = readMoney(draft[id] ?? '', digits) ?? 0;
    return amount > 0 ? [{ lineId: id, amount }] : [];
  });
}

/** Returns the field errors that can be found without the server. @param digits of the currency */
export function creditErrors(draft: CreditDraft, lines: readonly Rest[], digits: number): FieldError[] {
  const errors = lines.flatMap((line) => errorOfLine(line, draft[line.id] ?? '', digits));
  if (errors.length === 0 && creditsOf(draft, lines, digits).length === 0) {
    const [first] = lines;
    if (first !== undefined) errors.push({ field: first.id, code: 'field.credit-missing' });
  }
  return draft.reason.trim() === '' ? [...errors, { field: 'reason', code: 'field.is-not-blank' }] : errors;
}

function errorOfLine({ id, rest }: Rest, typed: string, digits: number): FieldError[] {
  if (typed.trim() === '') return [];
  const amount = readMoney(typed, digits);
  if (amount === undefined) return [{ field: id, code: 'field.is-money' }];
  if (amount > rest) return [{ field: id, code: 'field.credit-too-much' }];
  const isTooSmall = amount > 0 && amount < 10 ** digits && amount !== rest;
  return isTooSmall ? [{ field: id, code: 'field.credit-too-small' }] : [];
}
