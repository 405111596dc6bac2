import { BOOKS, FOR_ADMINS, PLACED, STOCK, WITHOUT_HSN, type Concern } from '../dashboard/concerns';
import type { DashboardNumbers } from '../dashboard/dashboard';

const FOR_ALL = [PLACED, ...STOCK, WITHOUT_HSN] as const;
const ALL = [...FOR_ALL, ...FOR_ADMINS, BOOKS] as const;

export type NoticeName = (typeof ALL)[number]['name'];

/** Counts that the user has seen, by notice. */
export type Seen = Readonly<Partial<Record<NoticeName, number>>>;

/** A concern with a count above 0; `fresh` is the number added since it was last seen. */
export interface Notice extends Omit<Concern<NoticeName>, 'count'> {
  readonly count: number;
  readonly fresh: number;
}

/** Returns the current notices, in the order of the dashboard. */
export function noticesOf(numbers: DashboardNumbers, isAdmin: boolean, seen: Seen): Notice[] {
  return (isAdmin ? ALL : FOR_ALL).flatMap(({ count: countOf, ...concern }) => {
    const count = countOf(numbers);
    return count === 0 ? [] : [{ ...concern, count, fresh: Math.max(0, count - (seen[concern.name] ?? 0)) }];
  });
}

/** Limits the seen counts to the current ones: after a concern is resolved, the next one counts as new. */
export function limitSeen(notices: readonly Notice[], seen: Seen): Seen {
  return Object.fromEntries(notices.map(({ name, count }) => [name, Math.min(count, seen[name] ?? 0)]));
}

/** Returns the current counts, to mark all notices as seen. */
export function allSeen(notices: readonly Notice[]): Seen {
  return Object.fromEntries(notices.map(({ name, count }) => [name, count]));
}

/** Returns the stored counts; invalid values are ignored. */
export function readSeen(stored: unknown): Seen {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, count]) => Number.isSafeInteger(count)));
}
