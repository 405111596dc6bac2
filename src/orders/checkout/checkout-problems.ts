import { requestErrors } from '../../platform/common/common.errors.js';
import { pricingErrors } from '../../rules/pricing/pricing.errors.js';
import { stockErrors } from '../../stock/stock.errors.js';
import { orderErrors } from '../orders.errors.js';

/** Errors of placing an order, by a shopper or by staff. */
export const CHECKOUT_PROBLEMS = [
  stockErrors['out-of-stock'],
  orderErrors['price-changed'],
  orderErrors['products-gone'],
  orderErrors['units-changed'],
  pricingErrors['quantity-step'],
  pricingErrors['above-max-per-order'],
  pricingErrors['price-rounds-to-zero'],
  requestErrors['rule-broken'],
] as const;
