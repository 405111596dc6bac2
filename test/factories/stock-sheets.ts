import { bodyOf, type ApiResponse, type Bearer, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import type { TestProduct } from './catalog.js';

/** A stock sheet as the API returns it. */
export interface TestSheet {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly status: string;
  readonly sectionName: string | null;
  readonly lineCount: number;
  readonly filledCount: number;
  readonly ownerName: string;
  readonly changedByName: string;
  readonly bookedByName: string | null;
  readonly version: number;
  readonly lines: readonly {
    readonly productId: string;
    readonly productName: string;
    readonly quantity: number | null;
    readonly countedAt: string | null;
    readonly onHandBefore: number | null;
    readonly onHandAfter: number | null;
  }[];
}

/** A line as a test sends it. */
export interface SentLine {
  readonly productId: string;
  readonly unitType: string;
  readonly quantity: number | null;
  readonly countedSecondsAgo?: number;
}

/** A refused booking, with the lines that cannot be booked. */
export type RefusedBooking = Problem & {
  readonly lines: readonly { readonly productId: string; readonly problem: string }[];
};

/** Begins a sheet of a delivery, or of a count if a section is given. */
export async function newSheet(server: Server, staff: Bearer, sectionId?: string): Promise<TestSheet> {
  const body = sectionId === undefined ? { kind: 'delivery' } : { kind: 'count', sectionId };
  return bodyOf(await server.client.as(staff).post<TestSheet>('/admin/stock-sheets', body), 201);
}

/** Returns a line for a product. */
export function lineOf(
  { id, unitType }: Pick<TestProduct, 'id' | 'unitType'>,
  quantity: number | null,
  more: Partial<SentLine> = {},
): SentLine {
  return { productId: id, unitType, quantity, ...more };
}

/** Saves lines. Returns the response, whatever its status. */
export function sendLines(
  server: Server,
  staff: Bearer,
  { id, version }: Pick<TestSheet, 'id' | 'version'>,
  lines: readonly SentLine[],
): Promise<ApiResponse<TestSheet & Problem>> {
  const body = { version, supplier: '', note: '', lines };
  return server.client.as(staff).put(`/admin/stock-sheets/${id}`, body);
}

/** Saves lines and returns the sheet. */
export async function saveLines(
  server: Server,
  staff: Bearer,
  sheet: Pick<TestSheet, 'id' | 'version'>,
  lines: readonly SentLine[],
): Promise<TestSheet> {
  return bodyOf(await sendLines(server, staff, sheet, lines), 200);
}

/** Books a sheet. Returns the response, whatever its status. */
export function book<Body = TestSheet & Problem>(
  server: Server,
  staff: Bearer,
  { id, version }: Pick<TestSheet, 'id' | 'version'>,
  more: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<ApiResponse<Body>> {
  return server.client.as(staff).post(`/admin/stock-sheets/${id}/booking`, { version, ...more }, headers);
}
