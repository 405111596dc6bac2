import { computed, onScopeDispose, shallowRef } from 'vue';
import { ApiProblem } from 'ui-common/api/api-problem';
import { writeStored, readStored } from 'ui-common/browser/storage';
import { newId, withLock } from 'ui-common/browser/plain-http';
import { onWindow } from 'ui-common/browser/window-events';
import type { CartLine, Product } from '../cart-line';
import type { GuestCart } from '../guest/guest-cart';
import { mergeLines } from '../guest/guest-lines';
import { snapshotOf } from '../guest/product-snapshot';
import { readCachedCart, writeCachedCart } from './cached-cart';
import { fetchCart, isRefusal, mergeCart, sendChange } from './cart-api';
import { applyQueue, readQueue, withChange, withoutChange, type Change, type Queue } from './cart-queue';
import { RetryTimer } from './retry-timer';

/** Lets one tab at a time synchronize the cart. */
const LOCK_NAME = 'cart';

/** Returns the storage key of a shopper's pending changes. */
export function queueKey(accountId: string): string {
  return `cart-changes:${accountId}`;
}

/**
 * A shopper's cart: the server's lines with the pending changes applied.
 *
 * The queue in localStorage is the source of truth for pending changes, across tabs and reloads. The tab that holds the lock sends
 * them one by one, then merges the guest cart. Both are idempotent: a change sets an absolute quantity, and a merge keeps the
 * larger one. Guest lines are removed only after the server has them.
 */
export class ShopperCart {
  private accountId: string | undefined;
  private readonly serverLines = shallowRef<readonly CartLine[]>();
  private readonly queue = shallowRef<Queue>([]);
  /** True if the cart must be fetched even if no change is pending. */
  private isStale = true;
  private currentRound: Promise<void> | undefined;
  private nextRound: Promise<void> | undefined;
  private readonly retry = new RetryTimer(() => void this.synchronise());

  /** Why the server is unreachable; undefined once it responds. */
  readonly problem = shallowRef<Error>();
  /** Why the guest cart could not be merged. */
  readonly mergeProblem = shallowRef<ApiProblem>();
  readonly isLoaded = computed(() => this.serverLines.value !== undefined);
  /** True if changes are pending. */
  readonly hasUnsent = computed(() => this.queue.value.length > 0);
  readonly lines = computed(() => {
    const pendingMerge = this.mergeProblem.value === undefined ? this.guest.lines.value : [];
    return applyQueue(mergeLines(this.serverLines.value ?? [], pendingMerge), this.queue.value);
  });

  /** @param onRefusal receives each refused change and the reason */
  constructor(
    private readonly guest: GuestCart,
    private readonly onRefusal: (change: Change, problem: ApiProblem) => void,
  ) {
    onWindow(['storage'], ({ key }) => {
      if (this.accountId !== undefined && key === queueKey(this.accountId)) this.onOtherTab();
    });
    onScopeDispose(() => this.retry.cancel());
  }

  /** Loads the cart of a shopper who has signed in. */
  activate(accountId: string): void {
    this.deactivate();
    this.accountId = accountId;
    this.queue.value = this.readQueue(accountId);
    void this.load();
  }

  /** Resets the state. Pending changes stay stored until the same shopper returns. */
  deactivate(): void {
    this.accountId = undefined;
    this.serverLines.value = undefined;
    this.queue.value = [];
    this.problem.value = undefined;
    this.mergeProblem.value = undefined;
    this.retry.reset();
  }

  /** Shows the change immediately and sends it as soon as possible. */
  setQuantity(product: Product, quantity: number): void {
    const accountId = this.accountId;
    if (accountId === undefined) return;
    const change = { id: newId(), product: snapshotOf(product), quantity };
    // A merge would restore the larger quantity of the guest cart.
    this.guest.forgetProduct(product);
    this.writeQueue(accountId, withChange(this.readQueue(accountId), change));
    void this.synchronise();
  }

  /** Fetches the cart from the server. */
  load(): Promise<void> {
    this.isStale = true;
    return this.synchronise();
  }

  /** Adopts the cart from the response to another request. */
  adopt(lines: readonly CartLine[]): void {
    if (this.accountId !== undefined) writeCachedCart(this.accountId, lines);
    this.serverLines.value = lines;
    this.isStale = false;
  }

  /** Retries the merge of the guest cart. */
  retryMerge(): Promise<void> {
    this.mergeProblem.value = undefined;
    return this.synchronise();
  }

  /** Resolves, even on failure, after a round that starts after this call. Calls in the meantime share that round. */
  synchronise(): Promise<void> {
    this.nextRound ??= (this.currentRound ?? Promise.resolve()).then(() => {
      this.nextRound = undefined;
      this.currentRound = this.round().finally(() => (this.currentRound = undefined));
      return this.currentRound;
    });
    return this.nextRound;
  }

  private async round(): Promise<void> {
    const accountId = this.accountId;
    if (accountId === undefined) return;
    try {
      await withLock(LOCK_NAME, () => this.exchange(accountId));
      this.problem.value = undefined;
      this.retry.reset();
    } catch (problem) {
      if (!this.isCurrent(accountId)) return;
      this.problem.value = problem as Error;
      this.serverLines.value ??= readCachedCart(accountId);
      this.retry.schedule(problem instanceof ApiProblem ? problem.retryAfter : undefined);
    }
  }

  /** Sends pending changes first, then merges the newer guest lines. */
  private async exchange(accountId: string): Promise<void> {
    for (;;) {
      const [change] = this.readQueue(accountId);
      if (change === undefined || !this.isCurrent(accountId)) break;
      await this.send(accountId, change);
    }
    await this.merge(accountId);
    if (this.isCurrent(accountId) && this.isStale) this.accept(accountId, await fetchCart());
    if (this.isCurrent(accountId)) this.queue.value = this.readQueue(accountId);
  }

  private async send(accountId: string, change: Change): Promise<void> {
    try {
      this.accept(accountId, await sendChange(change), change);
    } catch (problem) {
      if (!isRefusal(problem)) throw problem;
      const remaining = withoutChange(this.readQueue(accountId), change);
      this.writeQueue(accountId, remaining);
      this.isStale = true;
      const isSuperseded = remaining.some(({ product }) => product.id === change.product.id);
      if (!isSuperseded && this.isCurrent(accountId)) this.onRefusal(change, problem);
    }
  }

  private async merge(accountId: string): Promise<void> {
    const lines = this.guest.read();
    if (!this.isCurrent(accountId) || lines.length === 0 || this.mergeProblem.value !== undefined) return;
    try {
      this.accept(accountId, await mergeCart(lines));
      this.guest.forgetMerged(lines);
    } catch (problem) {
      if (!isRefusal(problem)) throw problem;
      this.mergeProblem.value = problem;
    }
  }

  private accept(accountId: string, lines: readonly CartLine[], change?: Change): void {
    if (change !== undefined) {
      this.writeQueue(accountId, withoutChange(this.readQueue(accountId), change));
    }
    if (this.isCurrent(accountId)) this.adopt(lines);
  }

  private onOtherTab(): void {
    if (this.accountId === undefined) return;
    const queue = this.readQueue(this.accountId);
    // Keep showing changes that another tab has sent until the new cart is loaded.
    if (queue.length >= this.queue.value.length) this.queue.value = queue;
    void this.load();
  }

  private isCurrent(accountId: string): boolean {
    return this.accountId === accountId;
  }

  private readQueue(accountId: string): Queue {
    return readQueue(readStored(queueKey(accountId)));
  }

  private writeQueue(accountId: string, queue: Queue): void {
    writeStored(queueKey(accountId), queue.length === 0 ? undefined : queue);
    if (this.isCurrent(accountId)) this.queue.value = queue;
  }
}
