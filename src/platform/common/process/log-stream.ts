import { pino, type DestinationStream } from 'pino';

/** Characters that wait while the log cannot be written, such as on a full disk. What exceeds them is dropped. */
const MAX_WAITING_LENGTH = 1024 * 1024;

/**
 * Opens the stream of the log. It writes synchronously, so that no line is lost when the process ends. A log that cannot be
 * written is no reason to end the store: without a listener, pino's stream throws for a full disk.
 *
 * @param fd file descriptor, 1 for stdout
 */
export function openLogStream(fd = 1): DestinationStream {
  const stream = pino.destination({ fd, sync: true, maxLength: MAX_WAITING_LENGTH });
  stream.on('error', () => undefined);
  // Without its `flushSync`, which pino calls for a fatal error, and which tries for ever on a full disk.
  return { write: (text) => void stream.write(text) };
}
