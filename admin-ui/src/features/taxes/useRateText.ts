import { useFormatters } from 'ui-common/composables/useFormatters';
import { useI18n } from 'vue-i18n';
import type { TaxRate } from './tax-classes';

/** Returns a function that writes a rate: "18 %", or "28 % + 12 % cess". */
export function useRateText(): (rate: Pick<TaxRate, 'percent' | 'cessPercent'>) => string {
  const { t } = useI18n();
  const { number } = useFormatters();
  return ({ percent, cessPercent }) =>
    cessPercent === 0
      ? t('taxes.percent', { percent: number(percent) })
      : t('taxes.with-cess', { percent: number(percent), cess: number(cessPercent) });
}
