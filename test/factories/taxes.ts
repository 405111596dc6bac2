import { randomUUID } from 'node:crypto';
import { bodyOf, type Bearer } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';

export interface TestTaxRate {
  readonly validFrom: string;
  readonly percent: number;
  readonly cessPercent: number;
}

/** A tax class as the API returns it. */
export interface TestTaxClass {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly exempt: boolean;
  readonly version: number;
  readonly rates: readonly TestTaxRate[];
  readonly current: TestTaxRate | null;
  readonly products: number;
}

/** Returns the body of a new class, by default at 18 % since 2020. */
export function taxClassBody(values: object = {}): { code: string; name: string } {
  const code = `c-${randomUUID().slice(0, 13)}`;
  return { code, name: `Class ${code}`, ...{ rates: [{ validFrom: '2020-01-01', percent: 18 }] }, ...values };
}

export async function newTaxClass(server: Server, admin: Bearer, values: object = {}): Promise<TestTaxClass> {
  const response = await server.client
    .as(admin)
    .post<TestTaxClass>('/admin/tax-classes', taxClassBody(values));
  return bodyOf(response, 201);
}
