import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { sql, type Transaction } from '../database/transaction.js';
import { Outbox } from '../outbox/outbox.js';
import { duePeriods, nextDue } from './due-periods.js';
import { SCHEDULES, type Schedule, type ScheduleName } from './schedule-table.js';

/** Work of a schedule. It may be called twice for one period, and must take effect once. */
export type ScheduledAction = (dueAt: number) => Promise<void>;

/** A schedule as operators see it. */
export interface ScheduleState extends Schedule {
  /** When it was last due, in milliseconds since 1970; null if never. */
  readonly lastDueAt: number | null;
  /** When its last due work was completed; null if it is not. */
  readonly lastDoneAt: number | null;
  readonly nextDueAt: number;
}

/**
 * Starts schedules that are due: once for each period, however many processes notice it, since each period is a row. A period
 * starts an outbox event, so its work is neither lost nor repeated.
 */
@Injectable()
export class Schedules {
  private readonly actions = new Map<string, ScheduledAction>();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Registers the work of a schedule of the table. Features call it in the constructors of their modules. */
  register(name: ScheduleName, action: ScheduledAction): void {
    this.actions.set(name, action);
  }

  /** Returns the work of a schedule. @throws if none is registered */
  actionOf(name: string): ScheduledAction {
    const action = this.actions.get(name);
    if (action === undefined) throw new Error(`No handler registered for schedule ${name}.`);
    return action;
  }

  /** Starts every period that is due and not started. */
  async startDue(): Promise<void> {
    for (const schedule of SCHEDULES) await this.start(schedule);
  }

  async states(): Promise<ScheduleState[]> {
    const rows = await this.database.read.rows<{
      schedule: string;
      due_at: number;
      completed_at: number | null;
    }>(sql`
      SELECT r.schedule, r.due_at, e.completed_at FROM schedule_runs r LEFT JOIN outbox_events e ON e.id = r.event_id
      WHERE r.due_at = (SELECT max(due_at) FROM schedule_runs latest WHERE latest.schedule = r.schedule)`);
    const now = this.clock.now();
    return SCHEDULES.map((schedule) => {
      const last = rows.find((row) => row.schedule === schedule.name);
      return {
        ...schedule,
        lastDueAt: last?.due_at ?? null,
        lastDoneAt: last?.completed_at ?? null,
        nextDueAt: nextDue(schedule, this.config.store.timeZone, now),
      };
    });
  }

  private async start(schedule: Schedule): Promise<void> {
    const now = this.clock.now();
    const { timeZone } = this.config.store;
    const last = await this.lastDueAt(schedule);
    if (last === undefined) return this.skipPast(schedule, now);
    for (const dueAt of duePeriods(schedule, timeZone, last, now)) {
      await this.database.transaction((tx) => this.startPeriod(tx, schedule, dueAt));
    }
  }

  private async startPeriod(tx: Transaction, { name }: Schedule, dueAt: number): Promise<void> {
    const event = {
      type: 'schedules.due',
      subject: `schedule:${name}`,
      payload: { schedule: name, dueAt },
    } as const;
    const started = await tx.execute(sql`
      INSERT INTO schedule_runs (schedule, due_at, created_at) VALUES (${name}, ${dueAt}, ${this.clock.now()})
      ON CONFLICT (schedule, due_at) DO NOTHING`);
    if (started === 0) return;
    const [eventId] = await this.outbox.add(tx, [event]);
    await tx.execute(
      sql`UPDATE schedule_runs SET event_id = ${eventId} WHERE schedule = ${name} AND due_at = ${dueAt}`,
    );
  }

  /** A new store has nothing to catch up on. */
  private async skipPast({ name }: Schedule, now: number): Promise<void> {
    await this.database.write(sql`
      INSERT INTO schedule_runs (schedule, due_at, created_at) VALUES (${name}, ${now}, ${now})
      ON CONFLICT (schedule, due_at) DO NOTHING`);
  }

  private async lastDueAt({ name }: Schedule): Promise<number | undefined> {
    const row = await this.database.read.row<{ due_at: number | null }>(
      sql`SELECT max(due_at) AS due_at FROM schedule_runs WHERE schedule = ${name}`,
    );
    return row?.due_at ?? undefined;
  }
}
