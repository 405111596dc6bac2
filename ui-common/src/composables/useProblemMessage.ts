import { useI18n } from 'vue-i18n';
import { ApiProblem } from '../api/api-problem.ts';
import { fieldKeys, problemKeys, problemValues, type Figures } from '../forms/problem-values.ts';
import { toThousandths, type UnitType } from '../quantity/quantity.ts';
import { useFormatters } from './useFormatters.ts';

const MINUTE = 60;

/** Says in the shopper's language what went wrong, and what can be done about it. */
export function useProblemMessage(): (problem: unknown) => string {
  const { t, te } = useI18n();
  const figures = useProblemFigures();
  return (problem) => {
    if (!(problem instanceof ApiProblem)) return t('problems.unknown');
    const key = problemKeys(problem).find((one) => te(`problems.${one}`)) ?? 'unknown';
    return t(`problems.${key}`, problemValues(problem, figures));
  };
}

/** Says what is wrong with a field of a form, as the server's `errors` or the form itself has found. */
export function useFieldMessage(): (error: { readonly field: string; readonly code: string }) => string {
  const { t, te } = useI18n();
  return (error) => {
    const key = fieldKeys(error).find((one) => te(`problems.${one}`)) ?? 'field.unknown';
    return t(`problems.${key}`);
  };
}

function useProblemFigures(): Figures {
  const { t } = useI18n();
  const { tag, money, number, amount } = useFormatters();
  const inUnit = (value: number, unit: 'second' | 'minute'): string =>
    new Intl.NumberFormat(tag.value, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  return {
    money,
    number,
    amount: (units, unitType) => amount(toThousandths(units), unitType as UnitType),
    wait: (seconds) =>
      seconds > 2 * MINUTE ? inUnit(Math.ceil(seconds / MINUTE), 'minute') : inUnit(seconds, 'second'),
    status: (status) => t(`orders.status.${status}`),
    left: (name, available) => t('problems.left', { name, amount: number(available) }),
    list: (items) => new Intl.ListFormat(tag.value).format(items),
  };
}
