import { computed, onScopeDispose, shallowRef } from 'vue';
import { ApiProblem } from 'ui-common/api/api-problem';
import { keep, readKept } from 'ui-common/browser/storage';
import { newId, withLock } from 'ui-common/browser/plain-http';
import { onWindow } from 'ui-common/browser/window-events';
import type { CartLine, Product } from '../cart-line';
import type { GuestCart } from '../guest/guest-cart';
import { mergedWith } from '../guest/guest-lines';
import { snapshotOf } from '../guest/product-snapshot';
import { keepAnswered, readAnswered } from './cached-cart';
import { fetchCart, isRefusal, mergeCart, sendChange } from './cart-api';
import { overlaid, readQueue, withChange, withoutChange, type Change, type Queue } from './cart-queue';
import { RetryTimer } from './retry-timer';

/** One tab at a time talks about the cart, and each waits for the answers of the others. */
const LOCK = 'cart';

export function queueNameOf(accountId: string): string {
  return `cart-changes:${accountId}`;
}

/**
 * A shopper's cart: the server's, with what is still to be sent on top of it.
 *
 * The queue in the browser's storage is the truth about what is to be sent, for all tabs and beyond a reload. Whoever has the
 * lock sends it one by one; then what was put in before signing in is merged. Both may be done twice without harm: a change says
 * how much there shall be, and a merge keeps the larger quantity. What a guest put in is forgotten only once the server has it.
 */
export class ShopperCart {
  private accountId: string | undefined;
  private readonly answered = shallowRef<readonly CartLine[]>();
  private readonly queue = shallowRef<Queue>([]);
  /** Whether the server must be asked, though nothing is to be sent. */
  private isStale = true;
  private running: Promise<void> | undefined;
  private waiting: Promise<void> | undefined;
  private readonly retry = new RetryTimer(() => void this.synchronise());

  /** Why the server could not be asked, until it can. */
  readonly problem = shallowRef<Error>();
  /** Why what a guest had put in was not taken. */
  readonly mergeProblem = shallowRef<ApiProblem>();
  readonly isLoaded = computed(() => this.answered.value !== undefined);
  /** Whether something is still to be sent. */
  readonly hasUnsent = computed(() => this.queue.value.length > 0);
  readonly lines = computed(() => {
    const toBeMerged = this.mergeProblem.value === undefined ? this.guest.lines.value : [];
    return overlaid(mergedWith(this.answered.value ?? [], toBeMerged), this.queue.value);
  });

  /** @param onRefusal is told what the server did not accept, and why */
  constructor(
    private readonly guest: GuestCart,
    private readonly onRefusal: (change: Change, problem: ApiProblem) => void,
  ) {
    onWindow(['storage'], ({ key }) => {
      if (this.accountId !== undefined && key === queueNameOf(this.accountId)) this.onOtherTab();
    });
    onScopeDispose(() => this.retry.cancel());
  }

  /** A shopper has signed in. */
  enter(accountId: string): void {
    this.leave();
    this.accountId = accountId;
    this.queue.value = this.readQueue(accountId);
    void this.load();
  }

  /** What is still to be sent waits until the same shopper comes back. */
  leave(): void {
    this.accountId = undefined;
    this.answered.value = undefined;
    this.queue.value = [];
    this.problem.value = undefined;
    this.mergeProblem.value = undefined;
    this.retry.wentWell();
  }

  /** Shown at once, and sent as soon as that is possible. */
  setQuantity(product: Product, quantity: number): void {
    const accountId = this.accountId;
    if (accountId === undefined) return;
    const change = { id: newId(), product: snapshotOf(product), quantity };
    // A merge would bring back the larger quantity from before.
    this.guest.forgetProduct(product);
    this.writeQueue(accountId, withChange(this.readQueue(accountId), change));
    void this.synchronise();
  }

  /** Asks the server how the cart is now. */
  load(): Promise<void> {
    this.isStale = true;
    return this.synchronise();
  }

  /** Takes the cart as the server has just answered it elsewhere. */
  adopt(lines: readonly CartLine[]): void {
    if (this.accountId !== undefined) keepAnswered(this.accountId, lines);
    this.answered.value = lines;
    this.isStale = false;
  }

  /** Tries once more to merge what a guest had put in. */
  mergeAgain(): Promise<void> {
    this.mergeProblem.value = undefined;
    return this.synchronise();
  }

  /** Resolves, whatever came of it, when a round that began after this call is over. Calls in the meantime share the next one. */
  synchronise(): Promise<void> {
    this.waiting ??= (this.running ?? Promise.resolve()).then(() => {
      this.waiting = undefined;
      this.running = this.round().finally(() => (this.running = undefined));
      return this.running;
    });
    return this.waiting;
  }

  private async round(): Promise<void> {
    const accountId = this.accountId;
    if (accountId === undefined) return;
    try {
      await withLock(LOCK, () => this.talk(accountId));
      this.problem.value = undefined;
      this.retry.wentWell();
    } catch (problem) {
      if (!this.isStillHere(accountId)) return;
      this.problem.value = problem as Error;
      this.answered.value ??= readAnswered(accountId);
      this.retry.again(problem instanceof ApiProblem ? problem.retryAfter : undefined);
    }
  }

  /** Older things first: what was to be sent, then what a guest has put in since. */
  private async talk(accountId: string): Promise<void> {
    for (;;) {
      const [change] = this.readQueue(accountId);
      if (change === undefined || !this.isStillHere(accountId)) break;
      await this.send(accountId, change);
    }
    await this.merge(accountId);
    if (this.isStillHere(accountId) && this.isStale) this.answer(accountId, await fetchCart());
    if (this.isStillHere(accountId)) this.queue.value = this.readQueue(accountId);
  }

  private async send(accountId: string, change: Change): Promise<void> {
    try {
      this.answer(accountId, await sendChange(change), change);
    } catch (problem) {
      if (!isRefusal(problem)) throw problem;
      const left = withoutChange(this.readQueue(accountId), change);
      this.writeQueue(accountId, left);
      this.isStale = true;
      const isOvertaken = left.some(({ product }) => product.id === change.product.id);
      if (!isOvertaken && this.isStillHere(accountId)) this.onRefusal(change, problem);
    }
  }

  private async merge(accountId: string): Promise<void> {
    const lines = this.guest.read();
    if (!this.isStillHere(accountId) || lines.length === 0 || this.mergeProblem.value !== undefined) return;
    try {
      this.answer(accountId, await mergeCart(lines));
      this.guest.forgetMerged(lines);
    } catch (problem) {
      if (!isRefusal(problem)) throw problem;
      this.mergeProblem.value = problem;
    }
  }

  private answer(accountId: string, lines: readonly CartLine[], change?: Change): void {
    if (change !== undefined) {
      this.writeQueue(accountId, withoutChange(this.readQueue(accountId), change));
    }
    if (this.isStillHere(accountId)) this.adopt(lines);
  }

  private onOtherTab(): void {
    if (this.accountId === undefined) return;
    const queue = this.readQueue(this.accountId);
    // What has gone from it is shown until the answer that it got is here as well.
    if (queue.length >= this.queue.value.length) this.queue.value = queue;
    void this.load();
  }

  private isStillHere(accountId: string): boolean {
    return this.accountId === accountId;
  }

  private readQueue(accountId: string): Queue {
    return readQueue(readKept(queueNameOf(accountId)));
  }

  private writeQueue(accountId: string, queue: Queue): void {
    keep(queueNameOf(accountId), queue.length === 0 ? undefined : queue);
    if (this.isStillHere(accountId)) this.queue.value = queue;
  }
}
