import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SECOND_MS } from 'ui-common/dates/durations';
import { useCart } from '../../features/cart/cart';
import { fakeApi } from '../../testing/fake-api';
import { mountInApp } from '../../testing/mount-in-app';
import { productOf } from '../../testing/products';
import QuantityStepper from './QuantityStepper.vue';

const tomatoes = productOf({ quantityAvailable: 3.1 });

let stepper: VueWrapper;
let cart: ReturnType<typeof useCart>;

beforeEach(() => {
  fakeApi(() => Response.json({ currency: 'INR', currencyDigits: 2, locale: 'en-IN' }));
  stepper = mountInApp(QuantityStepper, { product: tomatoes });
  cart = useCart();
});
afterEach(() => stepper.unmount());

function button(label: string) {
  return stepper.get(`[aria-label^="${label}"]`);
}

async function type(text: string) {
  await button(stepper.find('.amount').attributes('aria-label') ?? '').trigger('click');
  const input = stepper.get('input');
  await input.setValue(text);
  await input.trigger('keydown', { key: 'Enter' });
}

const note = () => stepper.get('.note').text();
const quantity = () => cart.quantityOf('tomatoes');

describe('QuantityStepper', () => {
  it("changes the quantity in the product's steps and removes the product with the last one", async () => {
    await button('Add Tomatoes').trigger('click');
    expect(stepper.get('.amount').text()).toBe('250 g');
    await button('More of Tomatoes').trigger('click');
    expect(quantity()).toBe(500);
    await button('Less of Tomatoes').trigger('click');
    await button('Remove Tomatoes').trigger('click');
    expect(quantity()).toBe(0);
  });

  it('adds the usual quantity with the first press, and names it', async () => {
    stepper.unmount();
    stepper = mountInApp(QuantityStepper, { product: tomatoes, first: 1_500 });
    expect(button('Add 1.5 kg of Tomatoes').text()).toBe('1.5 kg');
    await button('Add 1.5 kg of Tomatoes').trigger('click');
    expect(useCart().quantityOf('tomatoes')).toBe(1_500);
    expect(stepper.emitted('add')).toHaveLength(1);
  });

  it('keeps the focus when the pressed button disappears', async () => {
    button('Add Tomatoes').element.dispatchEvent(new FocusEvent('focus'));
    (button('Add Tomatoes').element as HTMLElement).focus();
    await button('Add Tomatoes').trigger('click');
    await vi.waitFor(() => expect(document.activeElement).toBe(button('More of Tomatoes').element));
    (button('Remove Tomatoes').element as HTMLElement).focus();
    await button('Remove Tomatoes').trigger('click');
    await vi.waitFor(() => expect(document.activeElement).toBe(button('Add Tomatoes').element));
  });

  it('stops at the available stock and says so', async () => {
    cart.setQuantity(tomatoes, 3_000);
    await stepper.vm.$nextTick();
    await button('More of Tomatoes').trigger('click');
    expect([quantity(), note()]).toEqual([3_000, 'Only 3 kg left']);
    expect(button('More of Tomatoes').attributes('aria-disabled')).toBe('true');
  });

  it.each([
    ['1,5', 1_500, ''],
    ['५०० ग्राम', 500, ''],
    ['800 g', 750, 'Sold in steps of 250 g: made 750 g'],
    ['9 kg', 3_000, 'Only 3 kg left'],
    ['some', 250, 'Type an amount such as 750 g'],
    ['0', 0, ''],
  ])('converts the typed text "%s" to %d', async (typed, thousandths, message) => {
    await button('Add Tomatoes').trigger('click');
    await type(typed);
    expect([quantity(), note()]).toEqual([thousandths, message]);
  });

  it.each([
    ['1,250', 'How much do you mean?', 'Take 1.25 kg', 1_250],
    ['120', 'At most 50 kg in one order', 'Take 3 kg', 3_000],
  ])('asks about the typed text "%s"', async (typed, question, choice, thousandths) => {
    await button('Add Tomatoes').trigger('click');
    await type(typed);
    expect([quantity(), note()]).toEqual([250, question]);
    await vi.dynamicImportSettled();
    const offered = stepper.findAll('.choice');
    expect(offered.map((one) => one.text())).toEqual([choice]);
    await offered[0]?.trigger('click');
    expect([quantity(), note(), stepper.findAll('.choice')]).toEqual([thousandths, '', []]);
  });

  it('stops at the most per order and says so', async () => {
    stepper.unmount();
    const limited = productOf({ maxQuantity: 0.5 });
    stepper = mountInApp(QuantityStepper, { product: limited });
    cart = useCart();
    cart.setQuantity(limited, 500);
    await stepper.vm.$nextTick();
    await button('More of Tomatoes').trigger('click');
    expect([quantity(), note()]).toEqual([500, 'At most 500 g in one order']);
  });

  it('keeps the quantity on Escape', async () => {
    await button('Add Tomatoes').trigger('click');
    await button('250 g of Tomatoes').trigger('click');
    await stepper.get('input').setValue('3');
    await stepper.get('input').trigger('keydown', { key: 'Escape' });
    expect([quantity(), stepper.find('input').exists()]).toEqual([250, false]);
  });

  it('changes with the arrow keys, which never remove the product', async () => {
    await button('Add Tomatoes').trigger('click');
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
      await stepper.get('.amount').trigger('keydown', { key });
    }
    expect(quantity()).toBe(250);
  });

  it('repeats while a button is held', async () => {
    await button('Add Tomatoes').trigger('click');
    vi.useFakeTimers();
    await button('More of Tomatoes').trigger('pointerdown', { button: 0 });
    await vi.advanceTimersByTimeAsync(700);
    await button('More of Tomatoes').trigger('pointerup');
    await button('More of Tomatoes').trigger('click');
    const quantityWhenReleased = quantity();
    await vi.advanceTimersByTimeAsync(2 * SECOND_MS);
    vi.useRealTimers();
    expect([quantityWhenReleased, quantity()]).toEqual([1_000, 1_000]);
  });

  it('shows why a change was refused', async () => {
    cart.setQuantity(tomatoes, 500);
    for (let i = 0; i < 99; i++) cart.setQuantity(productOf({ id: String(i) }), 250);
    cart.setQuantity(tomatoes, 0);
    cart.setQuantity(productOf({ id: 'one more' }), 250);
    cart.setQuantity(tomatoes, 500);
    await stepper.vm.$nextTick();
    expect(note()).not.toBe('');
  });
});
