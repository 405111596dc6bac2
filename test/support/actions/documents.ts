import { bodyOf, type ApiResponse, type Bearer } from '../clients/client.js';
import { linesOf, readPdf, type Pdf } from '../clients/pdf.js';
import type { Server } from '../servers/server.js';

/** A downloaded PDF. */
export interface DownloadedPdf {
  /** Name under which browsers save it. */
  readonly filename: string;
  readonly bytes: Buffer;
  readonly pdf: Pdf;
  readonly lines: readonly string[];
}

/** Downloads a PDF of the API. @throws {Error} if the response is no PDF */
export async function downloadPdf(server: Server, by: Bearer, path: string): Promise<DownloadedPdf> {
  const headers = { authorization: `Bearer ${by.accessToken}` };
  const response = await fetch(`${server.url}/api/v1${path}`, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type');
  if (type !== 'application/pdf') throw new Error(`${response.status} ${type}: ${bytes.toString()}`);
  const [, filename = ''] =
    /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const pdf = readPdf(bytes);
  return { filename, bytes, pdf, lines: linesOf(pdf) };
}

/** Returns an order to the status before it went out for delivery. */
export async function undoDeparture(
  server: Server,
  staff: Bearer,
  orderId: string,
): Promise<{ readonly problem: { readonly code: string } | null }> {
  const undo = { orderIds: [orderId], status: 'out_for_delivery' };
  const undone: ApiResponse<{ items: { problem: { code: string } | null }[] }> = await server.client
    .as(staff)
    .post('/admin/orders/transitions/undo', undo);
  return bodyOf(undone, 200).items[0]!;
}

/** Returns the name of the fiscal year in which a store in India is now: it begins with April. */
export function fiscalYear(now = new Date()): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format(now);
  const [year = 0, month = 0] = day.split('-').map(Number);
  const first = month < 4 ? year - 1 : year;
  return `${first % 100}-${(first + 1) % 100}`;
}
