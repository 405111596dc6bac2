import { useI18n } from 'vue-i18n';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useStore } from 'ui-common/composables/useStore';
import { useToasts } from 'ui-common/composables/useToasts';
import { canUndo, type Order, type OrderStatus } from './order-status';
import { useChangeOrderStatuses, type Outcome } from './orders';
import { summarizeOutcomes } from './outcomes';

/** Changes the status of orders and shows the result in a toast, with an undo button if the server supports it. */
export function useStatusChanges() {
  const { t } = useI18n();
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  const { data: store } = useStore();
  const { mutateAsync, isLoading } = useChangeOrderStatuses();

  async function changeStatus(ids: readonly string[], to: OrderStatus): Promise<void> {
    const outcomes = await mutateAsync({ ids, to }).catch(showProblem);
    if (outcomes !== undefined) showOutcomes(outcomes, to);
  }

  /** Shows that one order has been moved, by any means. */
  function showMoved(order: Order): void {
    showOutcomes([{ orderId: order.id, order, problem: null }], order.status);
  }

  function showOutcomes(outcomes: readonly Outcome[], to: OrderStatus): void {
    const { moved, number, refused } = summarizeOutcomes(outcomes);
    const status = t(`orders.status.${to}`);
    const messages =
      number === undefined
        ? [t('orders.moved-many', { n: moved.length, status }, moved.length)]
        : [t('orders.moved', { number, status })];
    if (refused > 0) messages.push(t('orders.refused-many', { n: refused }, refused));
    const isUndoable = moved.length > 0 && canUndo(to, store.value?.orderTransitions ?? []);
    toasts.show({
      text: messages.join(' '),
      ...(refused > 0 && { tone: 'error' }),
      ...(isUndoable && { action: { text: t('orders.undo'), run: () => void undo(moved, to) } }),
    });
  }

  /** Undoes the transition of orders to a status. */
  async function undo(ids: readonly string[], to: OrderStatus): Promise<void> {
    const outcomes = await mutateAsync({ ids, to, isUndo: true }).catch(showProblem);
    if (outcomes === undefined) return;
    const { moved, refused } = summarizeOutcomes(outcomes);
    const messages = moved.length > 0 ? [t('orders.undone', { n: moved.length }, moved.length)] : [];
    if (refused > 0) messages.push(t('orders.not-undone', { n: refused }, refused));
    toasts.show({ text: messages.join(' '), ...(refused > 0 && { tone: 'error' }) });
  }

  function showProblem(problem: unknown): undefined {
    toasts.show({ text: messageOf(problem), tone: 'error' });
  }

  return { changeStatus, showMoved, undo, isLoading };
}
