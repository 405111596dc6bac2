import { DeliveryRefused } from '../../chat/chat.errors.js';

/**
 * Makes all attempts, one after the other, even if some of them fail.
 *
 * @throws the first temporary failure, so that all are retried; otherwise the first refusal
 */
export async function runAll(attempts: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: Error[] = [];
  for (const attempt of attempts) {
    await attempt().catch((error: unknown) => failures.push(error as Error));
  }
  const first = failures.find((failure) => !(failure instanceof DeliveryRefused)) ?? failures[0];
  if (first !== undefined) throw first;
}
