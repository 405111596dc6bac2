import type { AuditEntry } from './audit-log';

/** How a value of the audit log is written. */
export type ValueForm =
  | 'amount'
  | 'difference'
  | 'rate'
  | 'money'
  | 'day'
  | 'section'
  | 'taxClass'
  | { readonly code: CodeText }
  | 'plain';

const QUANTITIES = new Set([
  'quantityAvailable',
  'quantityOnHand',
  'counted',
  'quantityStep',
  'lowStockThreshold',
  'maxPerOrder',
]);

const MONEY = new Set([
  'order.total',
  'order.amount',
  'settings.deliveryFee',
  'settings.freeDeliveryFrom',
  'settings.packingFee',
]);

const TAX_CLASSES = new Set(['taxClassId', 'defaultClassId', 'chargesClassId']);

/** Codes that have words. */
export type CodeText =
  | 'orderStatus'
  | 'userStatus'
  | 'requestStatus'
  | 'requestType'
  | 'stockReason'
  | 'exportKind'
  | 'mailKind'
  | 'role'
  | 'unit'
  | 'taxRegime'
  | 'taxScheme';

/** Kinds of codes by subject and field. Without a subject, they are those of all. */
const CODES: Readonly<Record<string, CodeText>> = {
  'order.status': 'orderStatus',
  'user.status': 'userStatus',
  'section-request.status': 'requestStatus',
  'product.reason': 'stockReason',
  'export.kind': 'exportKind',
  'mail.kind': 'mailKind',
  'settings.regime': 'taxRegime',
  'settings.scheme': 'taxScheme',
  '.role': 'role',
  '.requestType': 'requestType',
  '.unitType': 'unit',
};

/** Returns how to write a field of an entry. Quantities and rates need the unit of the product. */
export function formOf(
  { subjectType, subjectUnit }: Pick<AuditEntry, 'subjectType' | 'subjectUnit'>,
  field: string,
): ValueForm {
  if (subjectUnit !== null) {
    if (QUANTITIES.has(field)) return 'amount';
    if (field === 'delta') return 'difference';
    if (field === 'ratePerUnit') return 'rate';
  }
  if (MONEY.has(`${subjectType}.${field}`)) return 'money';
  if (field === 'manufacturedOn' || field === 'bestBefore') return 'day';
  if (field === 'sectionId' || field === 'moveProductsTo') return 'section';
  if (TAX_CLASSES.has(field)) return 'taxClass';
  const code = CODES[`${subjectType}.${field}`] ?? CODES[`.${field}`];
  return code === undefined ? 'plain' : { code };
}
