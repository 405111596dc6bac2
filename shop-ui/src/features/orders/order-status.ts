import type { Schema } from 'ui-common/api/client';

export type Order = Schema<'OrderView'>;
export type OrderStatus = Order['status'];
export type Transition = Schema<'OrderTransitionView'>;

/** A step of an order's way, as the progress line shows it. */
export interface ProgressStep {
  readonly status: OrderStatus;
  readonly state: 'done' | 'current' | 'ahead';
  /** When it was taken, and what staff said to it; undefined for what lies ahead. */
  readonly at?: string;
  readonly note?: string | null;
}

/**
 * The way of an order: the steps that it has taken, and those that lie ahead. Of one that was cancelled nothing lies ahead.
 *
 * @param statuses all there are, in their order
 */
export function progressOf(
  { status, timeline }: Pick<Order, 'status' | 'timeline'>,
  statuses: readonly OrderStatus[],
): ProgressStep[] {
  const taken = timeline.map(({ status: step, at, note }): ProgressStep => ({
    status: step,
    state: step === status ? 'current' : 'done',
    at,
    note,
  }));
  if (status === 'cancelled') return taken;
  const ahead = statuses.slice(statuses.indexOf(status) + 1).filter((step) => step !== 'cancelled');
  return [...taken, ...ahead.map((step): ProgressStep => ({ status: step, state: 'ahead' }))];
}

/** Whether a shopper may still cancel an order. */
export function mayCancel(status: OrderStatus, transitions: readonly Transition[]): boolean {
  return transitions.some(({ from, to, by }) => from === status && to === 'cancelled' && by.includes('user'));
}

/** Whether an order goes nowhere from here. */
export function isFinal(status: OrderStatus, transitions: readonly Transition[]): boolean {
  return transitions.every(({ from }) => from !== status);
}
