import { randomUUID } from 'node:crypto';
import { bodyOf, type Bearer } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { newOrder, sendOut, type TestDocument, type TestOrder } from './orders.js';

/** A part of the tax on a line. */
export interface TestLineTax {
  readonly component: string;
  readonly percent: number;
  readonly taxable: number;
  readonly amount: number;
}

export interface TestDocumentLine {
  readonly id: string;
  readonly name: string;
  readonly net: number;
  readonly taxable: number;
  readonly taxes: readonly TestLineTax[];
  /** Part of the net that has not been credited. */
  readonly rest: number;
}

/** A document as staff see it. */
export interface TestDocumentView extends TestDocument {
  readonly issuedAt: string;
  readonly orderNumber: string;
  readonly customerName: string;
  readonly creditsNumber: string | null;
  readonly credited: number;
  readonly reason: string | null;
  readonly isReversed: boolean;
  readonly lines: readonly TestDocumentLine[];
}

/** Places an order of a shopper and sends it out. Returns it, and its document as staff see it. */
export async function newBilledOrder(
  server: Server,
  { shopper, staff }: { readonly shopper: Bearer; readonly staff: Bearer },
  quantities: Readonly<Record<string, number>>,
): Promise<{ readonly order: TestOrder; readonly document: TestDocumentView }> {
  const order = await newOrder(server, shopper, quantities);
  const { id } = await sendOut(server, staff, order.id);
  return { order, document: await documentOf(server, staff, id) };
}

/** Returns a document as staff see it. */
export async function documentOf(server: Server, staff: Bearer, id: string): Promise<TestDocumentView> {
  return bodyOf(await server.client.as(staff).get<TestDocumentView>(`/admin/documents/${id}`), 200);
}

/** Credits an amount of a line of a document. Returns the credit note as staff see it. */
export async function newCredit(
  server: Server,
  admin: Bearer,
  {
    documentId,
    lineId,
    amount,
  }: { readonly documentId: string; readonly lineId: string; readonly amount: number },
): Promise<TestDocumentView> {
  const body = { lines: [{ lineId, amount }], reason: 'One half was broken.' };
  const credited = await server.client
    .as(admin)
    .post<TestDocumentView>(`/admin/documents/${documentId}/credits`, body, {
      'idempotency-key': randomUUID(),
    });
  return bodyOf(credited, 201);
}
