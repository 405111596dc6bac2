import { accountKey, readStored, writeStored } from 'ui-common/browser/storage';
import { useSession } from 'ui-common/session/session';
import { readonly, shallowRef } from 'vue';
import type { OrderStatus } from '../order-status';
import type { Outcome } from '../orders';

/** A status change made in this browser, of one order or of many, that the server still undoes. */
export interface RecentStep {
  readonly ids: readonly string[];
  readonly to: OrderStatus;
  /** Order number, if it was one order. */
  readonly number?: string | undefined;
  /** ISO time until which the server undoes all of it. */
  readonly until: string;
}

/** Maximum number of changes to choose from. */
const MAX_STEPS = 5;

/** Returns when the server stops to undo the first of the changed orders; undefined if it cannot undo one of them. */
export function undoUntil(outcomes: readonly Pick<Outcome, 'order'>[]): string | undefined {
  const times = outcomes.flatMap(({ order }) => (order === null ? [] : [order.undo?.until ?? '']));
  return times.toSorted()[0] || undefined;
}

/** Returns the changes that can still be undone. */
export function stillUndoable(steps: readonly RecentStep[], now: number): RecentStep[] {
  return steps.filter(({ until }) => Date.parse(until) > now);
}

/** Adds a change as the latest. Its orders leave the earlier changes: only the latest step of an order can be undone. */
export function withStep(steps: readonly RecentStep[], step: RecentStep): RecentStep[] {
  return [step, ...withoutOrders(steps, step.ids)].slice(0, MAX_STEPS);
}

/** Removes orders from the changes, and changes without orders. */
export function withoutOrders(steps: readonly RecentStep[], ids: readonly string[]): RecentStep[] {
  return steps
    .map((step) => ({ ...step, ids: step.ids.filter((id) => !ids.includes(id)) }))
    .filter((step) => step.ids.length > 0);
}

/** Returns the stored changes that have the right shape: users and scripts can edit the storage. */
export function readSteps(stored: unknown): RecentStep[] {
  return Array.isArray(stored) ? stored.filter(isStep) : [];
}

function isStep(value: unknown): value is RecentStep {
  if (typeof value !== 'object' || value === null || !('ids' in value) || !('until' in value)) return false;
  const { ids, until } = value;
  if (!Array.isArray(ids) || !('to' in value) || typeof value.to !== 'string') return false;
  return ids.every((id) => typeof id === 'string') && typeof until === 'string';
}

const steps = shallowRef<readonly RecentStep[]>([]);
let owner: string | undefined;

/** The latest status changes of this account in this browser, also after a reload. */
export function useRecentSteps() {
  const accountId = useSession().account?.id ?? '';
  const name = accountKey('recent-steps', accountId);
  if (owner !== accountId) {
    owner = accountId;
    steps.value = stillUndoable(readSteps(readStored(name)), Date.now());
  }

  function keep(now: readonly RecentStep[]): void {
    steps.value = now;
    writeStored(name, now);
  }

  return {
    steps: readonly(steps),
    add: (step: RecentStep) => keep(withStep(stillUndoable(steps.value, Date.now()), step)),
    forget: (ids: readonly string[]) => keep(withoutOrders(steps.value, ids)),
  };
}
