import { writtenOrderStatus } from './written-order-status.js';

it.each([
  ['Delivered', 'delivered'],
  ['COMPLETED', 'delivered'],
  ['partially_refunded', 'delivered'],
  ['wc-cancelled', 'wc-cancelled'],
  ['Canceled', 'cancelled'],
  ['out_for_delivery', 'open'],
  ['On hold', 'open'],
  ['रद्द', 'cancelled'],
  ['पहुँच गया', 'delivered'],
  ['perhaps', 'perhaps'],
])('reads %s as %s', (text, status) => expect(writtenOrderStatus(text)).toBe(status));
