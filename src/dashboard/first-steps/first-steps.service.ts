import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Sql } from '../../platform/database/transaction.js';
import { FIRST_STEPS, type FirstStep, type FirstStepsView } from './first-steps.dto.js';

type StepName = FirstStep['name'];

/** 1 if the step is done, 0 if it is not; and whether the user has dismissed the steps. */
type Row = Readonly<Record<StepName | 'dismissed', number>>;

/** A store can be run by one person. */
const OPTIONAL: ReadonlySet<StepName> = new Set(['colleague']);
/** Only admins approve accounts. */
const FOR_ADMINS: ReadonlySet<StepName> = new Set(['colleague']);

/** Reads from the store's data how far a new store has come. */
@Injectable()
export class FirstStepsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async steps({ id, role }: AuthenticatedUser): Promise<FirstStepsView> {
    const row = await this.database.read.row<Row>(sql`
      SELECT ${flag(sql`SELECT 1 FROM sections`)} AS section,
             ${flag(sql`SELECT 1 FROM products p WHERE p.published = ${true} AND EXISTS (
               SELECT 1 FROM stock_movements m WHERE m.product_id = p.id AND m.delta > 0)`)} AS product,
             ${flag(sql`SELECT 1 FROM orders WHERE reference IS NULL`)} AS "order",
             ${flag(sql`SELECT 1 FROM orders WHERE status = 'delivered' AND reference IS NULL`)} AS delivery,
             ${flag(sql`SELECT 1 FROM users WHERE role IN ('store_manager', 'admin') AND status = 'approved' AND id <> ${id}`)}
               AS colleague,
             ${flag(sql`SELECT 1 FROM dismissed_first_steps WHERE user_id = ${id}`)} AS dismissed`);
    const isDone = (name: keyof Row): boolean => row?.[name] === 1;
    const steps = FIRST_STEPS.filter((name) => role === 'admin' || !FOR_ADMINS.has(name)).map((name) => ({
      name,
      isDone: isDone(name),
      isOptional: OPTIONAL.has(name),
    }));
    const isComplete = steps.every((step) => step.isDone || step.isOptional);
    return { steps, isShown: !isComplete && !isDone('dismissed'), isStoreEmpty: !isDone('order') };
  }

  /** Hides the steps from one user. May be repeated. */
  async dismiss({ id }: AuthenticatedUser): Promise<void> {
    await this.database.write(sql`
      INSERT INTO dismissed_first_steps (user_id, dismissed_at) VALUES (${id}, ${this.clock.now()})
      ON CONFLICT (user_id) DO NOTHING`);
  }
}

function flag(rows: Sql): Sql {
  return sql`CASE WHEN EXISTS (${rows}) THEN 1 ELSE 0 END`;
}
