import { useI18n } from 'vue-i18n';

/** Returns a function for the name of a field. A column without a field has its errors under its own heading. */
export function useFieldName(): (column: string) => string {
  const { t, te } = useI18n();
  return (column) => (te(`imports.field-name.${column}`) ? t(`imports.field-name.${column}`) : column);
}
