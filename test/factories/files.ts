import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HOUR_MS } from '../../src/platform/common/durations.js';
import type { Server } from '../support/servers/server.js';

/** Creates a finished export with its file, as a worker leaves it. Returns its ID. */
export async function newFinishedExport(
  server: Server,
  ownerId: string,
  content = 'id\r\n1\r\n',
): Promise<string> {
  const id = randomUUID();
  const now = Date.now();
  await mkdir(join(server.dataDir, 'exports'), { recursive: true });
  await writeFile(join(server.dataDir, 'exports', `${id}-1.csv`), content);
  await server.rows(
    `INSERT INTO exports (id, owner_id, kind, parameters, with_bom, status, attempt, bytes, created_at, expires_at)
     VALUES (?, ?, 'products', '{}', FALSE, 'done', 1, ?, ?, ?)`,
    [id, ownerId, content.length, now, now + HOUR_MS],
  );
  return id;
}

/** Creates a queued import without an event, so that no worker starts it. Returns its ID. */
export async function newQueuedImport(server: Server, ownerId: string): Promise<string> {
  const id = randomUUID();
  await server.rows(
    `INSERT INTO imports (id, owner_id, file_name, bytes, sha256, dry_run, status, created_at)
     VALUES (?, ?, 'products.csv', 1, '', FALSE, 'queued', ?)`,
    [id, ownerId, Date.now()],
  );
  return id;
}

/** Creates an import that was checked without errors, with its file, as a worker leaves it. Returns its ID. */
export async function newValidatedImport(
  server: Server,
  ownerId: string,
  content = 'section,name\nnowhere,nothing',
): Promise<string> {
  const id = randomUUID();
  await mkdir(join(server.dataDir, 'imports'), { recursive: true });
  await writeFile(join(server.dataDir, 'imports', `${id}.csv`), content);
  await server.rows(
    `INSERT INTO imports (id, owner_id, file_name, bytes, sha256, dry_run, status, percent, attempt, created_at, finished_at)
     VALUES (?, ?, 'products.csv', ?, ?, TRUE, 'done', 100, 1, ?, ?)`,
    [id, ownerId, content.length, id, Date.now(), Date.now()],
  );
  return id;
}

/** Creates an import that has added customers without a password, as a worker leaves it. */
export async function newImportedCustomers(
  server: Server,
  ownerId: string,
  count: number,
): Promise<{ readonly importId: string; readonly customerIds: readonly string[] }> {
  const importId = randomUUID();
  const now = Date.now();
  await server.rows(
    `INSERT INTO imports (id, owner_id, kind, file_name, bytes, sha256, dry_run, status, percent, attempt, created_at, finished_at)
     VALUES (?, ?, 'customers', 'customers.csv', 1, ?, FALSE, 'done', 100, 1, ?, ?)`,
    [importId, ownerId, importId, now, now],
  );
  const customerIds = Array.from({ length: count }, () => randomUUID());
  for (const id of customerIds) {
    const [name, email] = [`c-${id.slice(0, 20)}`, `${id}@example.com`];
    await server.rows(
      `INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
       VALUES (?, ?, ?, ?, ?, ?, '!', 'user', 'approved', 'en-IN', ?)`,
      [id, name, name, email, email, name, now],
    );
    await server.rows('INSERT INTO invitations (user_id, import_id, times) VALUES (?, ?, 0)', [id, importId]);
  }
  return { importId, customerIds };
}

/** Returns a form with a CSV file of customers, like {@link productsForm}. */
export function customersForm(
  content: string | Buffer,
  fields: Readonly<Record<string, string>> = {},
): { type: string; content: Buffer } {
  return fileForm({ field: 'file', fileName: 'customers.csv', type: 'text/csv', content }, fields);
}

/** Returns a form with a CSV file of past orders, like {@link productsForm}. */
export function ordersForm(
  content: string | Buffer,
  fields: Readonly<Record<string, string>> = {},
): { type: string; content: Buffer } {
  return fileForm({ field: 'file', fileName: 'orders.csv', type: 'text/csv', content }, fields);
}

/** Returns a form with a CSV file of products and other fields before it, as a browser sends it. */
export function productsForm(
  content: string | Buffer,
  fields: Readonly<Record<string, string>> = {},
  field = 'file',
): { type: string; content: Buffer } {
  return fileForm({ field, fileName: 'products.csv', type: 'text/csv', content }, fields);
}

/** Returns a form with a file and other fields before it, as a browser sends it. */
export function fileForm(
  {
    field,
    fileName,
    type,
    content,
  }: {
    readonly field: string;
    readonly fileName: string;
    readonly type: string;
    readonly content: string | Buffer;
  },
  fields: Readonly<Record<string, string>> = {},
): { type: string; content: Buffer } {
  const boundary = `form-${randomUUID()}`;
  const part = (name: string, attributes: string, value: string | Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${attributes}\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    content: Buffer.concat([
      ...Object.entries(fields).map(([name, value]) => part(name, '', value)),
      part(field, `; filename="${fileName}"\r\ncontent-type: ${type}`, content),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  };
}
