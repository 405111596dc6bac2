import { DeliveryRefused } from '../../chat/chat.errors.js';

/**
 * Makes each of several attempts, one after the other, whatever becomes of the others.
 *
 * @throws the first failure that may pass by itself, so that all are tried again; else the first refusal
 */
export async function runAll(attempts: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: Error[] = [];
  for (const attempt of attempts) {
    await attempt().catch((error: unknown) => failures.push(error as Error));
  }
  const first = failures.find((failure) => !(failure instanceof DeliveryRefused)) ?? failures[0];
  if (first !== undefined) throw first;
}
