import type { Outcome } from './orders';

/** Summary of a bulk status change. */
export interface OutcomeSummary {
  /** IDs of the moved orders. */
  readonly moved: readonly string[];
  /** Order number, if only one order was requested and it was moved. */
  readonly number: string | undefined;
  readonly refused: number;
  /** What those need that another user has not changed, such as data of the business; undefined if nothing. */
  readonly problem: Outcome['problem'] | undefined;
}

/** The order is not as it was when it was shown. */
const CHANGED_MEANWHILE: readonly string[] = ['orders.transition-not-allowed', 'orders.undo-not-possible'];

/** Summarizes the outcomes: a single order by number, several by count. */
export function summarizeOutcomes(
  outcomes: readonly Pick<Outcome, 'orderId' | 'order' | 'problem'>[],
): OutcomeSummary {
  const moved = outcomes.filter(({ problem }) => problem === null);
  return {
    moved: moved.map(({ orderId }) => orderId),
    number: outcomes.length === 1 ? moved[0]?.order?.number : undefined,
    refused: outcomes.length - moved.length,
    problem: outcomes.find(({ problem }) => problem !== null && !CHANGED_MEANWHILE.includes(problem.code))
      ?.problem,
  };
}
