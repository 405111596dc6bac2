import { useI18n } from 'vue-i18n';
import { ApiProblem } from '../api/api-problem.ts';
import { fieldKeys, problemKeys, problemValues, type ProblemFormatters } from '../forms/problem-values.ts';
import { toThousandths, type UnitType } from '../quantity/quantity.ts';
import { useFormatters } from './useFormatters.ts';

const MINUTE_S = 60;

/** Returns a function that describes a problem, and what to do about it, in the user's language. */
export function useProblemMessage(): (problem: unknown) => string {
  const { t, te } = useI18n();
  const formatters = useProblemFormatters();
  return (problem) => {
    if (!(problem instanceof ApiProblem)) return t('problems.unknown');
    const key = problemKeys(problem).find((candidate) => te(`problems.${candidate}`)) ?? 'unknown';
    return t(`problems.${key}`, problemValues(problem, formatters));
  };
}

/** Returns a function that describes a field error, from the server's `errors` or from the form's own checks. */
export function useFieldMessage(): (error: { readonly field: string; readonly code: string }) => string {
  const { t, te } = useI18n();
  return (error) => {
    const key = fieldKeys(error).find((candidate) => te(`problems.${candidate}`)) ?? 'field.unknown';
    return t(`problems.${key}`);
  };
}

function useProblemFormatters(): ProblemFormatters {
  const { t } = useI18n();
  const { tag, money, number, amount } = useFormatters();
  const inUnit = (value: number, unit: 'second' | 'minute'): string =>
    new Intl.NumberFormat(tag.value, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  return {
    money,
    number,
    amount: (units, unitType) => amount(toThousandths(units), unitType as UnitType),
    wait: (seconds) =>
      seconds > 2 * MINUTE_S ? inUnit(Math.ceil(seconds / MINUTE_S), 'minute') : inUnit(seconds, 'second'),
    status: (status) => t(`orders.status.${status}`),
    left: (name, available) => t('problems.left', { name, amount: number(available) }),
    list: (items) => new Intl.ListFormat(tag.value).format(items),
  };
}
