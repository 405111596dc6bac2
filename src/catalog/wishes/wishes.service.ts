import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { isId, newId } from '../../platform/common/id.js';
import { toIsoString } from '../../platform/common/iso-time.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Sql, type Transaction } from '../../platform/database/transaction.js';
import { catalogErrors } from '../catalog.errors.js';
import { readAmounts } from '../search/amounts.js';
import { singularOf } from '../search/text-normalization.js';
import { ProductWish } from './product-wish.entity.js';
import type { WishesQuery, WishState, WishTable, WishView } from './wishes.dto.js';

/** Far more different wishes than staff read. Further ones are not stored, so that the table cannot be filled. */
const MAX_WISHES = 10_000;

const STATES: Readonly<Record<WishState, Sql>> = {
  open: sql`done_at IS NULL`,
  done: sql`done_at IS NOT NULL`,
};

/** Counts what shoppers wish for, and shows it to staff. */
@Injectable()
export class WishesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Counts a wish. Wishes that staff dealt with are open again, and count from 1. @throws request.rule-broken */
  async add(term: string): Promise<void> {
    const key = termKeyOf(term);
    if (key === '') {
      const message = 'A wish needs a word with letters or digits.';
      throw requestErrors['rule-broken']({
        errors: [{ field: 'term', code: 'catalog.wish-without-words', message }],
      });
    }
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const counted = await tx.execute(sql`
        UPDATE product_wishes SET term = ${term}, last_at = ${now}, done_at = NULL,
          wishes = CASE WHEN done_at IS NULL THEN wishes + 1 ELSE 1 END,
          first_at = CASE WHEN done_at IS NULL THEN first_at ELSE ${now} END
        WHERE term_key = ${key}`);
      if (counted > 0 || (await isFull(tx))) return;
      // Two first wishes at the same time are one row.
      await tx.execute(sql`
        INSERT INTO product_wishes (id, term_key, term, wishes, first_at, last_at)
        VALUES (${newId()}, ${key}, ${term}, 1, ${now}, ${now})
        ON CONFLICT (term_key) DO UPDATE SET wishes = product_wishes.wishes + 1, last_at = excluded.last_at`);
    });
  }

  /** Returns a page of the wishes, those of the latest activity first. */
  async list({ state, page, pageSize }: WishesQuery): Promise<WishTable> {
    const condition = state === undefined ? sql`1 = 1` : STATES[state];
    const { read } = this.database;
    const [wishes, counted] = await Promise.all([
      read.rows<ProductWish>(sql`
        SELECT id, term_key AS "termKey", term, wishes, first_at AS "firstAt", last_at AS "lastAt", done_at AS "doneAt"
        FROM product_wishes WHERE ${condition}
        ORDER BY last_at DESC, id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      read.row<{ total: number }>(sql`SELECT count(*) AS total FROM product_wishes WHERE ${condition}`),
    ]);
    return { items: wishes.map(viewOf), total: counted?.total ?? 0, page, pageSize };
  }

  /** Marks a wish as done or open. @throws catalog.wish-not-found */
  async mark(actor: Actor, id: string, done: boolean): Promise<WishView> {
    return this.database.transaction(async (tx) => {
      const before = await lockedWish(tx, id);
      if ((before.doneAt !== null) === done) return viewOf(before);
      const after = { ...before, doneAt: done ? this.clock.now() : null };
      await tx.entities.update(ProductWish, { id }, { doneAt: after.doneAt });
      await this.audit.record(tx, actor, {
        action: done ? 'catalog.wish-done' : 'catalog.wish-reopened',
        subject: { type: 'wish', id },
        after: { term: before.term, wishes: before.wishes },
      });
      return viewOf(after);
    });
  }
}

/** Returns the words of a wish in the singular, without amounts: `2 kg oranges` and `orange` are one wish. */
function termKeyOf(term: string): string {
  return readAmounts(term)
    .tokens.map((token) => singularOf(token) ?? token)
    .join(' ');
}

async function isFull(tx: Transaction): Promise<boolean> {
  const row = await tx.row<{ count: number }>(sql`SELECT count(*) AS count FROM product_wishes`);
  return (row?.count ?? 0) >= MAX_WISHES;
}

async function lockedWish(tx: Transaction, id: string): Promise<ProductWish> {
  if (!isId(id)) throw catalogErrors['wish-not-found']();
  await tx.row(sql`SELECT id FROM product_wishes WHERE id = ${id} ${tx.forUpdate}`);
  const wish = await tx.entities.findOneBy(ProductWish, { id });
  if (wish === null) throw catalogErrors['wish-not-found']();
  return wish;
}

function viewOf({ id, term, wishes, firstAt, lastAt, doneAt }: ProductWish): WishView {
  return {
    ...{ id, term, wishes, firstAt: toIsoString(firstAt), lastAt: toIsoString(lastAt) },
    doneAt: doneAt === null ? null : toIsoString(doneAt),
  };
}
