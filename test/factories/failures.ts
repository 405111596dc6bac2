import { newId } from '../../src/platform/common/id.js';
import type { Server } from '../support/servers/server.js';

/** An event that has failed for good, as a mail server leaves it that was away for too long. Gives its id. */
export async function newFailure(server: Server): Promise<string> {
  const id = newId();
  await server.rows(
    `INSERT INTO outbox_events (id, type, subject, payload, created_at, dispatched_at, failed_at, failure, attempts)
     VALUES (?, 'users.account-approved', ?, ?, 1, 2, 3, 'The mail server does not answer.', 1)`,
    [id, `user:${newId()}`, JSON.stringify({ userId: newId() })],
  );
  return id;
}
