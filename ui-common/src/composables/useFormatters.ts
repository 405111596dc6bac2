import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { formatDay } from '../dates/day.ts';
import { formatMoney } from '../money/money.ts';
import { displayRate } from '../money/rate.ts';
import type { UnitType } from '../quantity/quantity.ts';
import { saidQuantity } from '../quantity/said-quantity.ts';
import { useStore } from './useStore.ts';

/** Formats money, rates, quantities and days in the store's currency and the user's language. */
export function useFormatters() {
  const { t, locale } = useI18n();
  const { data: store } = useStore();

  const tag = computed(() => tagOf(locale.value, store.value?.locale ?? 'en-IN'));

  /** @param minorUnits paise, cents */
  function money(minorUnits: number): string {
    const { currency = 'INR', currencyDigits: digits = 2 } = store.value ?? {};
    return formatMoney(minorUnits, { locale: tag.value, currency, digits });
  }

  function number(value: number): string {
    return numberFormat(tag.value).format(value);
  }

  /**
   * "1.25 kg", "3 pieces", in the unit that people say: 250 g of what is sold by the kilogram, 1.5 kg of what is sold by the gram, 6
   * pieces of what is sold by the dozen.
   *
   * @param thousandths of the unit
   */
  function amount(thousandths: number, unit: UnitType): string {
    const said = saidQuantity(thousandths, unit);
    if (said.unit !== unit) return amount(said.thousandths, said.unit);
    return t(`units.amount.${unit}`, { n: number(thousandths / 1000) }, Math.ceil(thousandths / 1000));
  }

  /** "₹48" and "kg", or "₹38" and "100 g". @param ratePerUnit minor units */
  function rateParts(ratePerUnit: number, unit: UnitType): { readonly money: string; readonly unit: string } {
    const display = displayRate(ratePerUnit, unit);
    const name = display.per === 1000 ? t(`units.unit.${unit}`) : amount(display.per, unit);
    return { money: money(display.rate), unit: name };
  }

  /** "₹48 / kg", "₹38 / 100 g" @param ratePerUnit minor units */
  function rate(ratePerUnit: number, unit: UnitType): string {
    const parts = rateParts(ratePerUnit, unit);
    return t('units.rate', { rate: parts.money, unit: parts.unit });
  }

  /** "25 Nov 2026" @param day "2026-11-25" */
  function day(day: string): string {
    return formatDay(day, tag.value);
  }

  return { tag, money, number, amount, rate, rateParts, day };
}

/** Returns the locale of a language in the store's country: hi in an en-IN store is hi-IN. */
function tagOf(language: string, storeLocale: string): string {
  const region = regionOf(storeLocale);
  return region === undefined ? language : `${language}-${region}`;
}

/** Returns the region of a locale, or the likeliest one. Calls `maximize` only if needed, because it is slow. */
function regionOf(locale: string): string | undefined {
  const { region } = new Intl.Locale(locale);
  return region ?? new Intl.Locale(locale).maximize().region;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(tag: string): Intl.NumberFormat {
  const format = formats.get(tag) ?? new Intl.NumberFormat(tag, { maximumFractionDigits: 3 });
  formats.set(tag, format);
  return format;
}
