import { useI18n } from 'vue-i18n';
import { useTaxClasses } from './tax-classes';

/** Returns a function that names the tax class of a product; null is that of the settings. */
export function useTaxClassName(): (id: string | null | undefined) => string {
  const { t } = useI18n();
  const { data: classes } = useTaxClasses();
  return (id) =>
    id ? (classes.value?.items.find((one) => one.id === id)?.name ?? id) : t('taxes.default-class');
}
