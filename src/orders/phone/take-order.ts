import { Injectable } from '@nestjs/common';
import { chosenLines } from '../../cart/chosen-lines.js';
import { customerErrors } from '../../customers/customers.errors.js';
import { lockCustomer } from '../../customers/locked-customer.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { stockErrors } from '../../stock/stock.errors.js';
import { OpenCustomerAccount } from '../../users/account/open-customer-account.js';
import { checkPostalCode } from '../checkout/check-postal-code.js';
import { OrderWriter } from '../checkout/order-writer.js';
import type { TakeOrderBody } from './phone-orders.dto.js';

/** Takes an order that a customer gives by telephone. */
@Injectable()
export class TakeOrder {
  constructor(
    private readonly database: Database,
    private readonly openAccount: OpenCustomerAccount,
    private readonly writer: OrderWriter,
    private readonly audit: AuditTrail,
    private readonly config: Config,
  ) {}

  /**
   * Returns the ID of the order. It, and the account of a new customer, exist together or not at all. The customer's own cart stays
   * as it is.
   *
   * @throws request.rule-broken for a postal code, or without exactly one customer; customers.not-found, customers.suspended,
   *   users.email-taken, catalog.product-not-found, and as {@link OrderWriter.write}
   */
  async run(staff: AuthenticatedUser, body: TakeOrderBody): Promise<string> {
    checkPostalCode(body.address.postalCode, this.config.store.locale);
    checkCustomer(body);
    return this.database.transaction(async (tx) => {
      const customerId = await this.customer(tx, staff, body);
      const lines = await chosenLines(tx, body.lines);
      if (lines.length < body.lines.length) throw stockErrors['product-not-found']();
      const { order } = await this.writer.write(tx, staff, { customerId, lines, body });
      await this.audit.record(tx, staff, {
        action: 'orders.taken-by-phone',
        subject: { type: 'order', id: order.id },
        after: { number: order.number, customerId, total: order.total },
      });
      return order.id;
    });
  }

  /** Locks the customer, or opens the account of a new one. */
  private async customer(
    tx: Transaction,
    staff: AuthenticatedUser,
    { customerId, newCustomer }: TakeOrderBody,
  ): Promise<string> {
    if (newCustomer !== undefined) return this.openAccount.run(tx, staff, newCustomer);
    const id = customerId ?? '';
    if ((await lockCustomer(tx, id)) === 'suspended') throw customerErrors.suspended();
    return id;
  }
}

function checkCustomer({ customerId, newCustomer }: TakeOrderBody): void {
  if ((customerId === undefined) !== (newCustomer === undefined)) return;
  throw requestErrors['rule-broken']({
    errors: [
      {
        field: 'customerId',
        code: 'orders.one-customer',
        message: 'Send either customerId or newCustomer.',
      },
    ],
  });
}
