import { Injectable } from '@nestjs/common';
import { CreditDocument } from '../documents/credits/credit-document.js';
import { isOpenSale } from '../documents/open-document.js';
import type { Actor } from '../platform/access/actor.js';
import { DAY_MS, HOUR_MS } from '../platform/common/durations.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import { SimulatedClock } from './simulated-clock.js';

/** What customers complained about, the earliest first. */
const COMPLAINTS = [
  { daysAgo: 24, reason: 'A pack was damaged.' },
  { daysAgo: 11, reason: 'Missing in the delivery.' },
  { daysAgo: 3, reason: 'Not fresh any more.' },
] as const;

/** A credit of less is too small. */
const MIN_AMOUNT = 1_000;

/** Credits a line of some orders, as after complaints. */
@Injectable()
export class DemoCredits {
  constructor(
    private readonly clock: SimulatedClock,
    private readonly database: Database,
    private readonly creditDocument: CreditDocument,
  ) {}

  async run(admin: Actor, now: number): Promise<void> {
    for (const { daysAgo, reason } of COMPLAINTS) {
      const at = now - daysAgo * DAY_MS;
      const line = await this.lineIssuedBefore(at - HOUR_MS);
      if (line === undefined) continue;
      this.clock.travelTo(at);
      const lines = [{ lineId: line.lineId, amount: line.net }];
      await this.creditDocument.run(admin, line.documentId, { lines, reason });
    }
  }

  private lineIssuedBefore(
    at: number,
  ): Promise<{ documentId: string; lineId: string; net: number } | undefined> {
    return this.database.read.row(sql`
      SELECT d.id AS "documentId", l.id AS "lineId", l.net
      FROM documents d JOIN document_lines l ON l.document_id = d.id
      WHERE d.issued_at < ${at} AND l.item_id IS NOT NULL AND l.net >= ${MIN_AMOUNT} AND ${isOpenSale('d')}
      ORDER BY d.issued_at DESC, l.position LIMIT 1`);
  }
}
