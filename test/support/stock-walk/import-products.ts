import { bodyOf, type Bearer } from '../clients/client.js';
import { sendRaw } from '../clients/raw-request.js';
import { sleep } from '../servers/processes.js';
import type { Server } from '../servers/server.js';

interface ImportState {
  readonly id: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

const FINAL = ['done', 'invalid', 'failed', 'cancelled'];

/** Imports a CSV file, and returns the import once it has ended. */
export async function importProducts(server: Server, by: Bearer, content: string): Promise<ImportState> {
  const boundary = 'walk';
  const body = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="file"; filename="products.csv"',
    'Content-Type: text/csv',
    '',
    content,
    `--${boundary}--`,
    '',
  ].join('\r\n');
  const sent = await sendRaw(server.url, {
    method: 'POST',
    path: '/api/v1/admin/imports/products',
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      authorization: `Bearer ${by.accessToken}`,
    },
    body: Buffer.from(body),
  });
  let state = JSON.parse(sent.text) as ImportState;
  while (!FINAL.includes(state.status)) {
    await sleep(10);
    state = bodyOf(await server.client.as(by).get<ImportState>(`/admin/imports/${state.id}`), 200);
  }
  return state;
}
