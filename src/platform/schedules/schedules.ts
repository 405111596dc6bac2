import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { sql, type Transaction } from '../database/transaction.js';
import { Outbox } from '../outbox/outbox.js';
import { duePeriods, nextDue } from './due-periods.js';
import { SCHEDULES, type Schedule, type ScheduleName } from './schedule-table.js';

/** What is done when a schedule is due. It may be called twice for one period, and does its work once. */
export type ScheduledAction = (dueAt: number) => Promise<void>;

/** A schedule as operators see it. */
export interface ScheduleState extends Schedule {
  /** When it was due last, in milliseconds since 1970; null where it never was. */
  readonly lastDueAt: number | null;
  /** When what it was due for last was done; null where it is not yet. */
  readonly lastDoneAt: number | null;
  readonly nextDueAt: number;
}

/**
 * Starts what is due by the clock: once for each period, whoever notices it and however often, since each period is a row.
 * What a period starts is an event like any other, and so is neither lost nor done twice.
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

  /** Says what a schedule of the table does. Features call it when they are made. */
  register(name: ScheduleName, action: ScheduledAction): void {
    this.actions.set(name, action);
  }

  /** What a schedule does. @throws where nobody has said so */
  actionOf(name: string): ScheduledAction {
    const action = this.actions.get(name);
    if (action === undefined) throw new Error(`Nobody does what ${name} is for.`);
    return action;
  }

  /** Starts whatever is due and has not been started. */
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
    if (last === undefined) return this.passOver(schedule, now);
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

  /** A store that has just been founded owes nothing for the time before. */
  private async passOver({ name }: Schedule, now: number): Promise<void> {
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
