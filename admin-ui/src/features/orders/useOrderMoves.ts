import { useI18n } from 'vue-i18n';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useStore } from 'ui-common/composables/useStore';
import { useToasts } from 'ui-common/composables/useToasts';
import { canUndo, type Order, type OrderStatus } from './order-status';
import { useMoveOrders, type Outcome } from './orders';
import { tallyOf } from './outcomes';

/** Moves orders and says how it went, with a way back where the server knows one. */
export function useOrderMoves() {
  const { t } = useI18n();
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  const { data: store } = useStore();
  const { mutateAsync, isLoading } = useMoveOrders();

  async function move(ids: readonly string[], to: OrderStatus): Promise<void> {
    const outcomes = await mutateAsync({ ids, to }).catch(failed);
    if (outcomes !== undefined) tell(outcomes, to);
  }

  /** Says that one order has been moved, however that was done. */
  function tellMoved(order: Order): void {
    tell([{ orderId: order.id, order, problem: null }], order.status);
  }

  function tell(outcomes: readonly Outcome[], to: OrderStatus): void {
    const { moved, number, refused } = tallyOf(outcomes);
    const status = t(`orders.status.${to}`);
    const said =
      number === undefined
        ? [t('orders.moved-many', { n: moved.length, status }, moved.length)]
        : [t('orders.moved', { number, status })];
    if (refused > 0) said.push(t('orders.refused-many', { n: refused }, refused));
    const isBack = moved.length > 0 && canUndo(to, store.value?.orderTransitions ?? []);
    toasts.show({
      text: said.join(' '),
      ...(refused > 0 && { tone: 'error' }),
      ...(isBack && { action: { text: t('orders.undo'), run: () => void undo(moved, to) } }),
    });
  }

  async function undo(ids: readonly string[], to: OrderStatus): Promise<void> {
    const outcomes = await mutateAsync({ ids, to, isUndo: true }).catch(failed);
    if (outcomes === undefined) return;
    const { moved, refused } = tallyOf(outcomes);
    const said = moved.length > 0 ? [t('orders.undone', { n: moved.length }, moved.length)] : [];
    if (refused > 0) said.push(t('orders.not-undone', { n: refused }, refused));
    toasts.show({ text: said.join(' '), ...(refused > 0 && { tone: 'error' }) });
  }

  function failed(problem: unknown): undefined {
    toasts.show({ text: messageOf(problem), tone: 'error' });
  }

  return { move, tellMoved, isLoading };
}
