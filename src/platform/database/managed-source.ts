import type { DataSource } from 'typeorm';

/**
 * Returns an open connection with a `destroy` of its own. NestJS calls it at shutdown, when a transaction may be open, and
 * for each connection alone: the database closes both, in its own order.
 */
export function managedSource(source: DataSource, destroy: () => Promise<void>): DataSource {
  return Object.create(source, { destroy: { value: destroy } }) as DataSource;
}
