import { useI18n } from 'vue-i18n';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import type { Order, OrderStatus } from './order-status';
import { useChangeOrderStatuses, type Outcome } from './orders';
import { summarizeOutcomes } from './outcomes';
import { undoUntil, useRecentSteps } from './recent-steps/recent-steps';

/** Changes the status of orders and shows the result in a toast. `RecentSteps` offers the undo as long as the server allows it. */
export function useStatusChanges() {
  const { t } = useI18n();
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  const recent = useRecentSteps();
  const { mutateAsync, isLoading } = useChangeOrderStatuses();

  /** Returns the IDs of the orders that were tried: all, unless the server could not be reached. */
  async function changeStatus(ids: readonly string[], to: OrderStatus): Promise<string[]> {
    const changed = await mutateAsync({ ids, to }).catch(showProblem);
    if (changed === undefined) return [];
    showOutcomes(changed.outcomes, to, changed.failure);
    return changed.outcomes.map(({ orderId }) => orderId);
  }

  /** Shows that one order has been moved, by any means. */
  function showMoved(order: Order): void {
    showOutcomes([{ orderId: order.id, order, problem: null }], order.status);
  }

  function showOutcomes(outcomes: readonly Outcome[], to: OrderStatus, failure?: unknown): void {
    const { moved, number, refused } = summarizeOutcomes(outcomes);
    const status = t(`orders.status.${to}`);
    const messages =
      number === undefined
        ? [t('orders.moved-many', { n: moved.length, status }, moved.length)]
        : [t('orders.moved', { number, status })];
    if (refused > 0) messages.push(t('orders.refused-many', { n: refused }, refused));
    if (failure !== undefined) messages.push(messageOf(failure));
    const until = undoUntil(outcomes);
    if (until === undefined) recent.forget(moved);
    else recent.add({ ids: moved, to, number, until });
    toasts.show({ text: messages.join(' '), ...(messages.length > 1 && { tone: 'error' }) });
  }

  /** Undoes the transition of orders to a status. Returns the IDs as `changeStatus`. */
  async function undo(ids: readonly string[], to: OrderStatus): Promise<string[]> {
    const undone = await mutateAsync({ ids, to, isUndo: true }).catch(showProblem);
    if (undone === undefined) return [];
    recent.forget(undone.outcomes.map(({ orderId }) => orderId));
    const { moved, refused } = summarizeOutcomes(undone.outcomes);
    const messages = moved.length > 0 ? [t('orders.undone', { n: moved.length }, moved.length)] : [];
    if (refused > 0) messages.push(t('orders.not-undone', { n: refused }, refused));
    if (undone.failure !== undefined) messages.push(messageOf(undone.failure));
    const isWhole = refused === 0 && undone.failure === undefined;
    toasts.show({ text: messages.join(' '), ...(!isWhole && { tone: 'error' }) });
    return undone.outcomes.map(({ orderId }) => orderId);
  }

  function showProblem(problem: unknown): undefined {
    toasts.show({ text: messageOf(problem), tone: 'error' });
  }

  return { changeStatus, showMoved, undo, isLoading };
}
