/** What was asked did not answer in time. */
export class TimeoutError extends Error {
  override readonly name = 'TooLate';
}

/**
 * What a promise gives, where that takes no longer than so many milliseconds.
 *
 * @throws TooLate where it does; the promise itself goes on, and whatever becomes of it is not heard any more
 */
export async function withTimeout<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TimeoutError(`There was no answer for ${milliseconds} ms.`)),
      milliseconds,
    );
  });
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
