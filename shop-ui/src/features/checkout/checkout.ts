import { computed, reactive, ref, shallowRef, type Ref } from 'vue';
import { ApiProblem, UNREACHABLE } from 'ui-common/api/api-problem';
import type { Schema } from 'ui-common/api/client';
import type { useCart } from '../cart/cart';
import { repairsOf } from '../cart/sync/cart-repair';
import { addressOf, missingFields, type AddressDraft, type AddressField } from './address';
import { closeAttempt, newAttempt, openAttempt, type OrderAttempt } from './order-attempt';
import { outcomeOf, placeOrder, type Order } from './place-order';

/** Reason for a field error: the field is empty, or the server refused its value. */
export type FieldErrorKind = 'missing' | 'invalid';
export type CheckoutField = AddressField | 'note';

/** State of the checkout. `unanswered` means that an order was sent and its outcome is unknown. */
export type Progress = 'ready' | 'placing' | 'unanswered';

export interface CheckoutParts {
  readonly accountId: string;
  readonly cart: ReturnType<typeof useCart>;
  /** What is to be paid, in minor units. */
  readonly total: Readonly<Ref<number>>;
  /** Fetches what the store charges besides the goods. */
  readonly refreshCharges: () => Promise<void>;
  readonly draft: AddressDraft;
  readonly note: Ref<string>;
  readonly isOnline: Readonly<Ref<boolean>>;
  /** Called with the placed order. */
  readonly onPlaced: (order: Order) => Promise<unknown>;
}

/** A checkout. Places at most one order across presses, reloads and tabs (see order-attempt.ts). */
export class Checkout {
  readonly fieldErrors = reactive(new Map<CheckoutField, FieldErrorKind>());
  readonly progress = ref<Progress>('ready');
  /** Why no order has been placed. */
  readonly problem = shallowRef<ApiProblem>();
  /** Previous total that the shopper agreed to, in minor units, if it has changed. */
  readonly totalBefore = ref<number>();
  /** What is to be paid, in minor units. */
  readonly total: Readonly<Ref<number>>;
  /** Changes that the cart needs before it can be ordered. */
  readonly repairs = computed(() => repairsOf(this.parts.cart.lines));

  constructor(private readonly parts: CheckoutParts) {
    this.total = parts.total;
    if (openAttempt(parts.accountId) !== undefined) this.progress.value = 'unanswered';
  }

  /** Repeats the open attempt, or starts a new one. Concurrent calls have no effect. */
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

  /** Applies the changes that make the cart orderable. */
  repair(): void {
    for (const { line, quantity } of this.repairs.value) this.parts.cart.setQuantity(line.product, quantity);
  }

  private isComplete(): boolean {
    this.fieldErrors.clear();
    for (const field of missingFields(this.parts.draft)) this.fieldErrors.set(field, 'missing');
    return this.fieldErrors.size === 0;
  }

  /** Starts an attempt if the cart still matches what the screen shows. */
  private async begin(): Promise<OrderAttempt | undefined> {
    const { accountId, cart, total, draft, note, isOnline } = this.parts;
    const shownTotal = total.value;
    await cart.settle();
    if (!isOnline.value || cart.hasUnsent) this.problem.value = new ApiProblem({ code: UNREACHABLE });
    else if (total.value !== shownTotal) this.totalBefore.value = shownTotal;
    else if (cart.count > 0 && this.repairs.value.length === 0) {
      const text = note.value.trim();
      const body = {
        address: addressOf(draft),
        ...(text === '' ? {} : { note: text }),
        expectedTotal: shownTotal,
      };
      // Another tab may have started an attempt in the meantime.
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
      // An attempt sent earlier is repeated after sign-in, because only the server knows its outcome.
      const isClosed = outcome === 'refused' || (outcome === 'signed-out' && !wasSentBefore);
      if (isClosed) closeAttempt(accountId, attempt);
      if (outcome === 'refused') await this.showRefusal(problem, attempt);
      this.progress.value = isClosed ? 'ready' : 'unanswered';
    }
  }

  /** Shows why the server refused the order. */
  private async showRefusal({ code, errors, parameters }: ApiProblem, { body }: OrderAttempt): Promise<void> {
    for (const { field } of errors)
      this.fieldErrors.set(field.replace('address.', '') as CheckoutField, 'invalid');
    if (code === 'orders.price-changed') {
      this.totalBefore.value = body.expectedTotal;
      this.parts.cart.adopt(parameters['cart'] as Schema<'CartView'>);
      await this.parts.refreshCharges();
    } else await this.parts.cart.refresh();
  }
}
