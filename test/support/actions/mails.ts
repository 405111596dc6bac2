import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { bodyOf, type Bearer } from '../clients/client.js';
import { LONGEST_WAIT_S, sleep } from '../servers/processes.js';
import type { Server } from '../servers/server.js';

/** A sent mail as the log of mails has it. */
export interface LoggedMail {
  readonly id: string;
  readonly subject: string;
  readonly sentAt: string | null;
  readonly text: string;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string }[];
}

/** Returns the mails of a kind to a user's address, newest first, once there are `count` and all are sent. */
export async function mailsTo(
  { server, admin }: { readonly server: Server; readonly admin: Bearer },
  username: string,
  kind: string,
  count = 1,
): Promise<LoggedMail[]> {
  const deadline = Date.now() + LONGEST_WAIT_S * SECOND_MS;
  const client = server.client.as(admin);
  for (;;) {
    const query = { kind, q: `${username}@` };
    const { items } = bodyOf(await client.get<{ items: LoggedMail[] }>('/admin/mails', query), 200);
    if (items.length >= count && items.every(({ sentAt }) => sentAt !== null)) {
      return Promise.all(
        items.map(async ({ id }) => bodyOf(await client.get<LoggedMail>(`/admin/mails/${id}`), 200)),
      );
    }
    if (Date.now() > deadline)
      throw new Error(`Missing mail ${kind} to ${username}: ${JSON.stringify(items)}`);
    await sleep(100);
  }
}
