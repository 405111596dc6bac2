import { useFormatters } from 'ui-common/composables/useFormatters';
import { toThousandths, type UnitType } from 'ui-common/quantity/quantity';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSections } from '../../sections/sections';
import { useTaxClasses } from '../../taxes/tax-classes';
import type { FieldChange } from './audit-diff';
import type { AuditEntry } from './audit-log';
import { formOf } from './audit-value';
import { useCodeTexts } from './useCodeTexts';

/** Returns functions that write the audit log in words. What has no words is shown by its code. */
export function useAuditWords() {
  const { t } = useI18n();
  const codes = useCodeTexts();
  const { amount, day, money, number, rate } = useFormatters();
  const { data: sections } = useSections();
  const { data: classes } = useTaxClasses();
  const classNames = computed(() => new Map(classes.value?.items.map(({ id, name }) => [id, name])));
  const sectionNames = computed(() => new Map(sections.value?.items.map(({ id, name }) => [id, name])));

  function value(entry: AuditEntry, field: string, raw: unknown): string {
    if (raw === null || raw === undefined || raw === '') return '–';
    if (typeof raw === 'boolean') return t(raw ? 'audit.yes' : 'audit.no');
    if (Array.isArray(raw)) return raw.map((one) => value(entry, field, one)).join(', ');
    if (typeof raw === 'object') return JSON.stringify(raw, null, 1);
    return written(entry, field, raw as string | number);
  }

  function written(entry: AuditEntry, field: string, raw: string | number): string {
    const form = formOf(entry, field);
    const unit = entry.subjectUnit as UnitType;
    if (typeof form === 'object') return codes[form.code](String(raw));
    if (form === 'section') return sectionNames.value.get(String(raw)) ?? String(raw);
    if (form === 'taxClass') return classNames.value.get(String(raw)) ?? String(raw);
    if (form === 'day') return day(String(raw));
    if (typeof raw !== 'number') return raw;
    if (form === 'money') return money(raw);
    if (form === 'amount') return amount(toThousandths(raw), unit);
    if (form === 'rate') return rate(raw, unit);
    if (form === 'difference') return difference(raw, unit);
    return number(raw);
  }

  function difference(raw: number, unit: UnitType): string {
    return `${raw < 0 ? '−' : '+'}${amount(toThousandths(Math.abs(raw)), unit)}`;
  }

  /** "24" before "32 kg": the unit is written once, if it is the same. */
  function valueBefore(entry: AuditEntry, { field, before, after }: FieldChange): string {
    const isWhole = (raw: unknown): raw is number => typeof raw === 'number' && raw >= 1;
    const isAmount = formOf(entry, field) === 'amount';
    return isAmount && isWhole(before) && isWhole(after) ? number(before) : value(entry, field, before);
  }

  const { action, kind, field } = codes;
  return { action, kind, field, value, valueBefore };
}
