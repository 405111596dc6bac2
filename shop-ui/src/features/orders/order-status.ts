import type { Schema } from 'ui-common/api/client';

export type Order = Schema<'OrderView'>;
export type OrderStatus = Order['status'];
export type Transition = Schema<'OrderTransitionView'>;

/** A step on the progress line of an order. */
export interface ProgressStep {
  readonly status: OrderStatus;
  readonly state: 'done' | 'current' | 'ahead';
  /** Time of the step and note of the staff; undefined for upcoming steps. */
  readonly at?: string;
  readonly note?: string | null;
}

/**
 * Returns the completed and the upcoming steps of an order. A cancelled order has no upcoming steps.
 *
 * @param statuses all statuses in workflow order
 */
export function progressOf(
  { status, timeline }: Pick<Order, 'status' | 'timeline'>,
  statuses: readonly OrderStatus[],
): ProgressStep[] {
  const completed = timeline.map(({ status: step, at, note }): ProgressStep => ({
    status: step,
    state: step === status ? 'current' : 'done',
    at,
    note,
  }));
  if (status === 'cancelled') return completed;
  const ahead = statuses.slice(statuses.indexOf(status) + 1).filter((step) => step !== 'cancelled');
  return [...completed, ...ahead.map((step): ProgressStep => ({ status: step, state: 'ahead' }))];
}

/** Returns true if a shopper may still cancel an order. */
export function mayCancel(status: OrderStatus, transitions: readonly Transition[]): boolean {
  return transitions.some(({ from, to, by }) => from === status && to === 'cancelled' && by.includes('user'));
}

/** Returns true if no transition leaves the status. */
export function isFinal(status: OrderStatus, transitions: readonly Transition[]): boolean {
  return transitions.every(({ from }) => from !== status);
}
