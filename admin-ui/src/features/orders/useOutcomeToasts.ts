import { useI18n } from 'vue-i18n';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import type { OrderStatus } from './order-status';
import type { Outcome } from './orders';
import { summarizeOutcomes } from './outcomes';

/** Shows in toasts what a change of the status of orders, or its undo, came to. */
export function useOutcomeToasts() {
  const { t, te } = useI18n();
  const toasts = useToasts();
  const messageOf = useProblemMessage();

  /** @param failure why the rest of the orders was not tried */
  function showMoved(outcomes: readonly Outcome[], to: OrderStatus, failure?: unknown): void {
    const { moved, number, refused, problem } = summarizeOutcomes(outcomes);
    const status = t(`orders.status.${to}`);
    const messages =
      number === undefined
        ? [t('orders.moved-many', { n: moved.length, status }, moved.length)]
        : [t('orders.moved', { number, status })];
    if (problem) messages.push(textOf(problem));
    else if (refused > 0) messages.push(t('orders.refused-many', { n: refused }, refused));
    show(messages, failure, messages.length === 1);
  }

  /** @param failure why the rest of the orders was not tried */
  function showUndone(outcomes: readonly Outcome[], failure?: unknown): void {
    const { moved, refused } = summarizeOutcomes(outcomes);
    const messages = moved.length > 0 ? [t('orders.undone', { n: moved.length }, moved.length)] : [];
    if (refused > 0) messages.push(t('orders.not-undone', { n: refused }, refused));
    show(messages, failure, refused === 0);
  }

  function show(messages: readonly string[], failure: unknown, isWhole: boolean): void {
    const all = failure === undefined ? messages : [...messages, messageOf(failure)];
    const isGood = isWhole && failure === undefined;
    toasts.show({ text: all.join(' '), ...(!isGood && { tone: 'error' }) });
  }

  /** Returns what a refusal means in the user's language. */
  function textOf({ code, detail }: NonNullable<Outcome['problem']>): string {
    return te(`problems.${code}`) ? t(`problems.${code}`) : detail;
  }

  function showProblem(problem: unknown): undefined {
    toasts.show({ text: messageOf(problem), tone: 'error' });
  }

  return { showMoved, showUndone, showProblem };
}
