import { newId } from '../../src/platform/common/id.js';
import type { Server } from '../support/servers/server.js';

/** Creates an event that has failed permanently, as after a long outage of the mail server. Returns its ID. */
export async function newFailedEvent(server: Server): Promise<string> {
  const id = newId();
  await server.rows(
    `INSERT INTO outbox_events (id, type, subject, payload, created_at, dispatched_at, failed_at, failure, attempts)
     VALUES (?, 'users.account-approved', ?, ?, 1, 2, 3, 'The mail server does not answer.', 1)`,
    [id, `user:${newId()}`, JSON.stringify({ userId: newId() })],
  );
  return id;
}
