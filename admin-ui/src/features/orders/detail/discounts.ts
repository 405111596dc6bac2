import { useMutation, useQueryCache } from '@pinia/colada';
import { ADDED_KEY, responseBody, api, type Schema } from 'ui-common/api/client';
import type { FieldError } from 'ui-common/forms/field-error';
import { readMoney } from 'ui-common/money/typed-money';
import { hasGoodsInStore, type Order } from '../order-status';

export type Discount = Schema<'DiscountView'>;

/** A discount as typed. */
export interface DiscountDraft extends Record<string, string> {
  amount: string;
  label: string;
}

/** Returns the field errors that can be found without the server. @param digits of the currency */
export function discountErrors(draft: DiscountDraft, order: Order, digits: number): FieldError[] {
  const amount = readMoney(draft.amount, digits);
  const errors: FieldError[] = [];
  if (amount === undefined || amount === 0) errors.push({ field: 'amount', code: 'field.is-money' });
  else if (amount > mostOf(order)) errors.push({ field: 'amount', code: 'field.discount-too-high' });
  if (draft.label.trim() === '') errors.push({ field: 'label', code: 'field.is-not-blank' });
  return errors;
}

/** Returns true if another discount on the order is possible. */
export function canDiscount(order: Order): boolean {
  return hasGoodsInStore(order) && mostOf(order) > 0;
}

/** Returns the highest discount that can still be given, in minor units. */
export function mostOf({ subtotal, discounts }: Order): number {
  return discounts.reduce((rest, { amount }) => rest - amount, subtotal);
}

/** Gives and takes back discounts on an order. @throws ApiProblem */
export function useDiscounts(orderId: () => string) {
  const cache = useQueryCache();
  // Also after a failure: someone else may have changed the order. Nothing waits: an open dialog keeps the amounts that it shows.
  const onSettled = (): void => void cache.invalidateQueries({ key: ['orders'] });
  const { mutateAsync: give } = useMutation({
    mutation: (body: Schema<'GiveDiscountBody'>) => {
      const params = { path: { id: orderId() }, header: ADDED_KEY };
      return responseBody(api.POST('/api/v1/admin/orders/{id}/discounts', { params, body }));
    },
    onSettled,
  });
  const { mutateAsync: takeBack } = useMutation({
    mutation: (discountId: string) => {
      const params = { path: { id: orderId(), discountId } };
      return responseBody(api.DELETE('/api/v1/admin/orders/{id}/discounts/{discountId}', { params }));
    },
    onSettled,
  });
  return { give, takeBack };
}
