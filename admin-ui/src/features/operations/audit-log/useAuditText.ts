import { useI18n } from 'vue-i18n';

/** Returns the label of an action; an action without one is shown by its code. */
export function useAuditText(): (action: string) => string {
  const { t, te } = useI18n();
  return (action) => (te(`audit.action.${action}`) ? t(`audit.action.${action}`) : action);
}
