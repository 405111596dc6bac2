import { useI18n } from 'vue-i18n';
import type { CodeText } from './audit-value';

/** Returns functions that write codes in words. A code without words stays as it is. */
export function useCodeTexts(): Readonly<
  Record<CodeText | 'action' | 'kind' | 'field', (code: string) => string>
> {
  const { t, te } = useI18n();
  return {
    action: (code) => (te(`audit.action.${code}`) ? t(`audit.action.${code}`) : code),
    kind: (code) => (te(`audit.kind.${code}`) ? t(`audit.kind.${code}`) : code),
    field: (code) => (te(`audit.fields.${code}`) ? t(`audit.fields.${code}`) : code),
    orderStatus: (code) => (te(`orders.status.${code}`) ? t(`orders.status.${code}`) : code),
    userStatus: (code) => (te(`users.status.${code}`) ? t(`users.status.${code}`) : code),
    requestStatus: (code) =>
      te(`section-requests.status.${code}`) ? t(`section-requests.status.${code}`) : code,
    requestType: (code) => (te(`section-requests.type.${code}`) ? t(`section-requests.type.${code}`) : code),
    stockReason: (code) => (te(`stock.reason.${code}`) ? t(`stock.reason.${code}`) : code),
    exportKind: (code) => (te(`exports.kind.${code}`) ? t(`exports.kind.${code}`) : code),
    mailKind: (code) => (te(`operations.mails.kind.${code}`) ? t(`operations.mails.kind.${code}`) : code),
    role: (code) => (te(`shell.roles.${code}`) ? t(`shell.roles.${code}`) : code),
    taxRegime: (code) =>
      te(`settings.tax.choice.regime.${code}`) ? t(`settings.tax.choice.regime.${code}`) : code,
    taxScheme: (code) =>
      te(`settings.tax.choice.scheme.${code}`) ? t(`settings.tax.choice.scheme.${code}`) : code,
    unit: (code) => (te(`units.unit.${code}`) ? t(`units.unit.${code}`) : code),
  };
}
