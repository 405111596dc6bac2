import { useI18n } from 'vue-i18n';

/** What was done, in words; an action that has none is told by its name. */
export function useAuditText(): (action: string) => string {
  const { t, te } = useI18n();
  return (action) => (te(`audit.action.${action}`) ? t(`audit.action.${action}`) : action);
}
