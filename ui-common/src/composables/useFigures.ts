import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { formatMoney } from '../common/money.ts';
import type { UnitType } from '../common/quantity.ts';
import { useStore } from './useStore.ts';

/** Money, rates and quantities as the shopper reads them: the store's currency, the shopper's language. */
export function useFigures() {
  const { t, locale } = useI18n();
  const { data: store } = useStore();

  /** The shopper's language as people of the store's country write it: hi in a store of en-IN is hi-IN. */
  const tag = computed(() => {
    const region = new Intl.Locale(store.value?.locale ?? 'en-IN').maximize().region;
    return region === undefined ? locale.value : `${locale.value}-${region}`;
  });

  /** @param minorUnits paise, cents */
  function money(minorUnits: number): string {
    const { currency = 'INR', currencyDigits: digits = 2 } = store.value ?? {};
    return formatMoney(minorUnits, { locale: tag.value, currency, digits });
  }

  function number(value: number): string {
    return new Intl.NumberFormat(tag.value, { maximumFractionDigits: 3 }).format(value);
  }

  /** "1.25 kg", "3 pieces"; less than one kilo or litre by the gram or millilitre. @param thousandths of the unit */
  function amount(thousandths: number, unit: UnitType): string {
    if (thousandths < 1000 && unit === 'kg') return amount(thousandths * 1000, 'g');
    if (thousandths < 1000 && unit === 'l') return amount(thousandths * 1000, 'ml');
    return t(`units.amount.${unit}`, { n: number(thousandths / 1000) }, Math.ceil(thousandths / 1000));
  }

  /** "₹48 / kg" */
  function rate(ratePerUnit: number, unit: UnitType): string {
    return t('units.rate', { rate: money(ratePerUnit), unit: t(`units.unit.${unit}`) });
  }

  return { tag, money, number, amount, rate };
}
