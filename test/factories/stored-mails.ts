import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../src/platform/common/id.js';
import type { Server } from '../support/servers/server.js';

const SOURCE = [
  'From: Green Basket <store@localhost>',
  'Subject: =?UTF-8?Q?Your_order_=E2=82=B9?=',
  'Content-Type: multipart/alternative; boundary="--parts"',
  '',
  '----parts',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Thank you',
  '----parts',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>Thank you=C2=A0<script>alert(1)</script></p>',
  '----parts--',
  '',
].join('\r\n');

/** Inserts a sent mail into the table and, by default, the folder, bypassing the server. Returns its ID. */
export async function newStoredMail(
  server: Server,
  {
    kind = 'order-confirmation',
    address = 'asha@example.com',
    at = Date.now(),
    isStored = true,
  }: {
    readonly kind?: string;
    readonly address?: string;
    readonly at?: number;
    readonly isStored?: boolean;
  } = {},
): Promise<string> {
  const id = newId();
  await server.rows(
    `INSERT INTO mails (id, key, kind, address, subject, message_id, created_at, sent_at, attempts)
     VALUES (?, ?, ?, ?, 'Your order', ?, ?, ?, 1)`,
    [id, id, kind, address, `<${id}@localhost>`, at, at],
  );
  if (!isStored) return id;
  const folder = join(server.dataDir, 'mail');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${id}.eml`), SOURCE);
  return id;
}
