import { DomainError } from '../platform/common/errors/domain-error.js';

/** The result of an operation on one of several orders. */
export interface OrderResult {
  readonly orderId: string;
  /** Undefined if the operation succeeded. */
  readonly refusal: DomainError | undefined;
}

/**
 * Runs an operation on several orders in sequence, each in its own transaction. A refusal of one order does not stop
 * the others.
 */
export async function forEachOrder(
  orderIds: readonly string[],
  operation: (orderId: string) => Promise<void>,
): Promise<OrderResult[]> {
  const results: OrderResult[] = [];
  for (const orderId of orderIds) results.push({ orderId, refusal: await refusalOf(operation(orderId)) });
  return results;
}

async function refusalOf(operation: Promise<void>): Promise<DomainError | undefined> {
  try {
    await operation;
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
