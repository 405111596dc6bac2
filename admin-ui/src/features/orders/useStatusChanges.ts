import type { Order, OrderStatus } from './order-status';
import { useChangeOrderStatuses, type Outcome } from './orders';
import { summarizeOutcomes } from './outcomes';
import { undoUntil, useRecentSteps } from './recent-steps/recent-steps';
import { useOutcomeToasts } from './useOutcomeToasts';

/** Changes the status of orders and shows the result in a toast. `RecentSteps` offers the undo as long as the server allows it. */
export function useStatusChanges() {
  const toasts = useOutcomeToasts();
  const recent = useRecentSteps();
  const { mutateAsync, isLoading } = useChangeOrderStatuses();

  /** Returns the IDs of the orders that were tried: all, unless the server could not be reached. */
  async function changeStatus(ids: readonly string[], to: OrderStatus): Promise<string[]> {
    const changed = await mutateAsync({ ids, to }).catch(toasts.showProblem);
    if (changed === undefined) return [];
    remember(changed.outcomes, to);
    toasts.showMoved(changed.outcomes, to, changed.failure);
    return changed.outcomes.map(({ orderId }) => orderId);
  }

  /** Shows that one order has been moved, by any means. */
  function showMoved(order: Order): void {
    const outcomes = [{ orderId: order.id, order, problem: null }];
    remember(outcomes, order.status);
    toasts.showMoved(outcomes, order.status);
  }

  /** Offers the undo of the orders that were moved. */
  function remember(outcomes: readonly Outcome[], to: OrderStatus): void {
    const { moved, number } = summarizeOutcomes(outcomes);
    const until = undoUntil(outcomes);
    if (until === undefined) recent.forget(moved);
    else recent.add({ ids: moved, to, number, until });
  }

  /** Undoes the transition of orders to a status. Returns the IDs as `changeStatus`. */
  async function undo(ids: readonly string[], to: OrderStatus): Promise<string[]> {
    const undone = await mutateAsync({ ids, to, isUndo: true }).catch(toasts.showProblem);
    if (undone === undefined) return [];
    recent.forget(undone.outcomes.map(({ orderId }) => orderId));
    toasts.showUndone(undone.outcomes, undone.failure);
    return undone.outcomes.map(({ orderId }) => orderId);
  }

  return { changeStatus, showMoved, undo, isLoading };
}
