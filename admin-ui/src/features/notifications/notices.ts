import { BOOKS, FOR_ADMINS, PLACED, STOCK, type Concern } from '../dashboard/concerns';
import type { Figures } from '../dashboard/dashboard';

const FOR_ALL = [PLACED, ...STOCK] as const;
const ALL = [...FOR_ALL, ...FOR_ADMINS, BOOKS] as const;

export type NoticeName = (typeof ALL)[number]['name'];

/** How many of each somebody has seen. */
export type Seen = Readonly<Partial<Record<NoticeName, number>>>;

/** Something that waits for somebody, with how many of it came since it was last looked at. */
export interface Notice extends Omit<Concern<NoticeName>, 'count'> {
  readonly count: number;
  readonly fresh: number;
}

/** What waits, in the order of the dashboard. */
export function noticesOf(figures: Figures, isAdmin: boolean, seen: Seen): Notice[] {
  return (isAdmin ? ALL : FOR_ALL).flatMap(({ count: countOf, ...concern }) => {
    const count = countOf(figures);
    return count === 0 ? [] : [{ ...concern, count, fresh: Math.max(0, count - (seen[concern.name] ?? 0)) }];
  });
}

/** What was seen of what there is now: of what has been done, the next one is news again. */
export function stillSeen(notices: readonly Notice[], seen: Seen): Seen {
  return Object.fromEntries(notices.map(({ name, count }) => [name, Math.min(count, seen[name] ?? 0)]));
}

/** All that there is now. */
export function allSeen(notices: readonly Notice[]): Seen {
  return Object.fromEntries(notices.map(({ name, count }) => [name, count]));
}

/** The counts as the browser kept them; what is none is passed over. */
export function readSeen(kept: unknown): Seen {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(Object.entries(kept).filter(([, count]) => Number.isSafeInteger(count)));
}
