import { pino, type DestinationStream } from 'pino';

/** Characters that wait while the log cannot be written, such as on a full disk. What exceeds them is dropped. */
const MAX_WAITING_LENGTH = 1024 * 1024;

/**
 * Opens the stream of the log. It writes synchronously, so that no line is lost when the process ends. A log that cannot be
 * written is no reason to end the store: without a listener, pino's stream throws for a full disk.
 *
 * @param fd file descriptor, 1 for stdout
 * @param mayRetry returns whether to wait 100 ms and write again when the reader of a pipe is too slow; always by default
 */
export function openLogStream(fd = 1, mayRetry: () => boolean = () => true): DestinationStream {
  const options = { fd, sync: true, maxLength: MAX_WAITING_LENGTH, retryEAGAIN: mayRetry };
  const stream = pino.destination(options);
  stream.on('error', () => undefined);
  return stream;
}
