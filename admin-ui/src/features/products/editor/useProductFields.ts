import { formatDay } from 'ui-common/dates/day';
import { toThousandths } from 'ui-common/quantity/quantity';
import { useFormatters } from 'ui-common/composables/useFormatters';
import { useI18n } from 'vue-i18n';
import { useSections } from '../../sections/sections';
import { useTaxClassName } from '../../taxes/useTaxClassName';
import type { EditedField } from './edited-fields';
import type { Product, ProductChanges } from './product-draft';

/** Returns formatters for a product's field names and values. */
export function useProductFields() {
  const { t } = useI18n();
  const { tag, money, amount } = useFormatters();
  const { data: sections } = useSections();
  const className = useTaxClassName();

  function label(field: EditedField): string {
    return t(`products.field.${field}`);
  }

  function day(value: string | null | undefined): string {
    return value ? formatDay(value, tag.value) : t('products.none');
  }

  /** Formats a field's value. @param unit unit type of the quantities */
  function value(field: EditedField, of: ProductChanges, unit: Product['unitType']): string {
    switch (field) {
      case 'ratePerUnit':
        return money(of.ratePerUnit ?? 0);
      case 'mrp':
        return of.mrp ? money(of.mrp) : t('products.none');
      case 'netContent':
        return of.netContent
          ? amount(toThousandths(of.netContent.quantity), of.netContent.unit)
          : t('products.none');
      case 'quantityStep':
      case 'lowStockThreshold':
        return amount(toThousandths(of[field] ?? 0), unit);
      case 'maxPerOrder':
        return of.maxPerOrder ? amount(toThousandths(of.maxPerOrder), unit) : t('products.usual-max');
      case 'sectionId':
        return sections.value?.items.find(({ id }) => id === of.sectionId)?.name ?? t('products.none');
      case 'taxClassId':
        return className(of.taxClassId);
      case 'unitType':
        return t(`units.unit.${of.unitType ?? unit}`);
      case 'published':
        return t(`products.${of.published === true ? 'published' : 'hidden'}`);
      case 'otherNames':
        return of.otherNames?.join(', ') || t('products.none');
      case 'manufacturedOn':
      case 'bestBefore':
        return day(of[field]);
      default:
        return of[field] || t('products.none');
    }
  }

  return { label, value, day };
}
