import { randomUUID } from 'node:crypto';
import { bodyOf, type ApiResponse, type Bearer, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { newProduct, newSection, type TestProduct } from './catalog.js';

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

/** What booking a sheet would change, as the API returns it. */
export interface SheetOutcome {
  readonly leftAlone: number;
  readonly value: number | null;
  readonly lines: readonly {
    readonly productId: string;
    readonly onHandBefore: number;
    readonly onHandAfter: number;
    readonly movedSince: number;
    readonly difference: number;
    readonly isLarge: boolean;
    readonly problem: string | null;
  }[];
}

/** Creates a section with 10 kg of apples and 6 loaves of bread. */
export async function newShelf(
  server: Server,
  { admin, manager }: { readonly admin: Bearer; readonly manager: Bearer },
): Promise<{ sectionId: string; apples: TestProduct; bread: TestProduct }> {
  const { id: sectionId } = await newSection(server, admin);
  const apples = await newProduct(server, manager, {
    ...{ sectionId, name: `Apples ${randomUUID()}`, unitType: 'kg', quantityStep: 0.25 },
    quantityAvailable: 10,
  });
  const bread = await newProduct(server, manager, {
    ...{ sectionId, name: `Bread ${randomUUID()}`, quantityAvailable: 6 },
  });
  return { sectionId, apples, bread };
}

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
