/** A promise did not settle in time. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/**
 * Rejects with TimeoutError if the promise takes longer than `milliseconds`. After a blocked event loop, responses that
 * have already arrived still count: they are read between the timer and the immediate.
 *
 * @throws TimeoutError after the timeout; the promise itself continues, and its result is ignored
 */
export function withTimeout<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const expire = (): void => reject(new TimeoutError(`No response within ${milliseconds} ms.`));
    const timer = setTimeout(() => setImmediate(expire), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
