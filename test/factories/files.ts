import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Server } from '../support/servers/server.js';

const HOUR = 3_600_000;

/** An export as a worker leaves it that is done, with its file. Gives its id. */
export async function doneExport(server: Server, ownerId: string, content = 'id\r\n1\r\n'): Promise<string> {
  const id = randomUUID();
  const now = Date.now();
  await mkdir(join(server.dataDir, 'exports'), { recursive: true });
  await writeFile(join(server.dataDir, 'exports', `${id}-1.csv`), content);
  await server.rows(
    `INSERT INTO exports (id, owner_id, kind, parameters, with_bom, status, attempt, bytes, created_at, expires_at)
     VALUES (?, ?, 'products', '{}', FALSE, 'done', 1, ?, ?, ?)`,
    [id, ownerId, content.length, now, now + HOUR],
  );
  return id;
}

/** An import that waits, of which no event tells, so that no worker begins it. Gives its id. */
export async function waitingImport(server: Server, ownerId: string): Promise<string> {
  const id = randomUUID();
  await server.rows(
    `INSERT INTO imports (id, owner_id, file_name, bytes, sha256, dry_run, status, created_at)
     VALUES (?, ?, 'products.csv', 1, '', FALSE, 'queued', ?)`,
    [id, ownerId, Date.now()],
  );
  return id;
}

/** An import that has been checked, with no fault, and its file, as a worker leaves it. Gives its id. */
export async function checkedImport(
  server: Server,
  ownerId: string,
  content = 'section,name\nnowhere,nothing',
): Promise<string> {
  const id = randomUUID();
  await mkdir(join(server.dataDir, 'imports'), { recursive: true });
  await writeFile(join(server.dataDir, 'imports', `${id}.csv`), content);
  await server.rows(
    `INSERT INTO imports (id, owner_id, file_name, bytes, sha256, dry_run, status, percent, attempt, created_at, finished_at)
     VALUES (?, ?, 'products.csv', ?, '', TRUE, 'done', 100, 1, ?, ?)`,
    [id, ownerId, content.length, Date.now(), Date.now()],
  );
  return id;
}

/** A file of products as the browser sends it from a form, with other fields before it. */
export function productsForm(
  content: string | Buffer,
  fields: Readonly<Record<string, string>> = {},
  field = 'file',
): { type: string; content: Buffer } {
  return fileForm({ field, fileName: 'products.csv', type: 'text/csv', content }, fields);
}

/** A file as the browser sends it from a form, with other fields before it. */
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
  const part = (name: string, more: string, value: string | Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`),
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
