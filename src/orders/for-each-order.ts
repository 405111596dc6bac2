import { DomainError } from '../platform/common/domain-error.js';

/** How it went with one order. */
export interface OrderResult {
  readonly orderId: string;
  /** undefined where it was done. */
  readonly refusal: DomainError | undefined;
}

/** Does the same to several orders, one after the other, each in a transaction of its own: one that is refused holds no other back. */
export async function forEachOrder(
  orderIds: readonly string[],
  work: (orderId: string) => Promise<void>,
): Promise<OrderResult[]> {
  const results: OrderResult[] = [];
  for (const orderId of orderIds) results.push({ orderId, refusal: await refusalOf(work(orderId)) });
  return results;
}

async function refusalOf(done: Promise<void>): Promise<DomainError | undefined> {
  try {
    await done;
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
