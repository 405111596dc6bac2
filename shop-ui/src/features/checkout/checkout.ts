import { computed, reactive, ref, shallowRef, type Ref } from 'vue';
import { ApiProblem, UNREACHABLE } from 'ui-common/api/api-problem';
import type { Schema } from 'ui-common/api/client';
import type { useCart } from '../cart/cart';
import { repairsOf } from '../cart/sync/cart-repair';
import { addressOf, missingFields, type AddressDraft, type AddressField } from './address';
import { closeAttempt, newAttempt, openAttempt, type OrderAttempt } from './order-attempt';
import { outcomeOf, placeOrder, type Order } from './place-order';

/** What is wrong with a field: it is empty, or the server did not take it. */
export type Fault = 'missing' | 'invalid';
export type CheckoutField = AddressField | 'note';

/** How ordering goes. `unanswered`: it was sent, and the answer is still to come. */
export type Progress = 'ready' | 'placing' | 'unanswered';

export interface CheckoutParts {
  readonly accountId: string;
  readonly cart: ReturnType<typeof useCart>;
  readonly draft: AddressDraft;
  readonly note: Ref<string>;
  readonly isOnline: Readonly<Ref<boolean>>;
  /** Is told of the order, once there is one. */
  readonly onPlaced: (order: Order) => Promise<unknown>;
}

/** A checkout: of all presses, reloads and tabs together it makes one order at most (see order-attempt.ts). */
export class Checkout {
  readonly faults = reactive(new Map<CheckoutField, Fault>());
  readonly progress = ref<Progress>('ready');
  /** Why there is no order yet. */
  readonly problem = shallowRef<ApiProblem>();
  /** The total that was agreed to and is no longer true, in minor units. */
  readonly totalBefore = ref<number>();
  /** What must be changed in the cart before it can be ordered. */
  readonly repairs = computed(() => repairsOf(this.parts.cart.lines));

  constructor(private readonly parts: CheckoutParts) {
    if (openAttempt(parts.accountId) !== undefined) this.progress.value = 'unanswered';
  }

  /** Sends what was sent before and not answered, or else a new wish. However often it is called, it is done once. */
  async place(): Promise<void> {
    if (this.progress.value === 'placing') return;
    const open = openAttempt(this.parts.accountId);
    if (open === undefined && !this.isComplete()) return;
    this.progress.value = 'placing';
    this.problem.value = undefined;
    this.totalBefore.value = undefined;
    const attempt = open ?? (await this.begin());
    if (attempt === undefined) this.progress.value = 'ready';
    else await this.send(attempt, open !== undefined);
  }

  /** Does with the cart what must be done before it can be ordered. */
  repair(): void {
    for (const { line, quantity } of this.repairs.value) this.parts.cart.setQuantity(line.product, quantity);
  }

  private isComplete(): boolean {
    this.faults.clear();
    for (const field of missingFields(this.parts.draft)) this.faults.set(field, 'missing');
    return this.faults.size === 0;
  }

  /** Makes sure that what is about to be ordered is what the screen shows. */
  private async begin(): Promise<OrderAttempt | undefined> {
    const { accountId, cart, draft, note, isOnline } = this.parts;
    const shown = cart.total;
    await cart.settle();
    if (!isOnline.value || cart.hasUnsent) this.problem.value = new ApiProblem({ code: UNREACHABLE });
    else if (cart.total !== shown) this.totalBefore.value = shown;
    else if (cart.count > 0 && this.repairs.value.length === 0) {
      const text = note.value.trim();
      const body = {
        address: addressOf(draft),
        ...(text === '' ? {} : { note: text }),
        expectedTotal: shown,
      };
      // Another tab may have begun meanwhile.
      return openAttempt(accountId) ?? newAttempt(accountId, body);
    }
    return undefined;
  }

  private async send(attempt: OrderAttempt, wasSentBefore: boolean): Promise<void> {
    const { accountId, onPlaced } = this.parts;
    try {
      const order = await placeOrder(attempt);
      closeAttempt(accountId, attempt);
      await onPlaced(order);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.value = problem;
      const outcome = outcomeOf(problem);
      // What had been sent before is asked for again once somebody is signed in: only the server knows what became of it.
      const isOver = outcome === 'refused' || (outcome === 'signed-out' && !wasSentBefore);
      if (isOver) closeAttempt(accountId, attempt);
      if (outcome === 'refused') await this.take(problem, attempt);
      this.progress.value = isOver ? 'ready' : 'unanswered';
    }
  }

  /** Shows what the server has said against it. */
  private async take({ code, errors, parameters }: ApiProblem, { body }: OrderAttempt): Promise<void> {
    for (const { field } of errors)
      this.faults.set(field.replace('address.', '') as CheckoutField, 'invalid');
    if (code === 'orders.price-changed') {
      this.totalBefore.value = body.expectedTotal;
      this.parts.cart.adopt(parameters['cart'] as Schema<'CartView'>);
    } else await this.parts.cart.refresh();
  }
}
