import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeApi } from '../../../testing/fake-api';
import { mountInApp } from '../../../testing/mount-in-app';
import FilterFields from './FilterFields.vue';

let fields: VueWrapper;

beforeEach(() => {
  fakeApi(() => Response.json({ currency: 'INR', currencyDigits: 2, locale: 'en-IN' }));
  fields = mountInApp(FilterFields, { choice: { minRate: 1250 } });
});
afterEach(() => fields.unmount());

const prices = () => fields.findAll('.prices input');

async function typeMaximum(text: string): Promise<void> {
  await prices()[1]?.setValue(text);
}

it('shows the chosen prices and leaves the others empty', async () => {
  await vi.waitFor(() => expect(fields.get('legend').text()).toContain('INR'));
  expect(prices().map(({ element }) => (element as HTMLInputElement).value)).toEqual(['12.50', '']);
});

it.each([
  ['48.5', 4850],
  ['1,250', 125_000],
  ['४८', 4800],
])('chooses "%s" as a price', async (typed, maxRate) => {
  await typeMaximum(typed);
  expect(fields.emitted('choose')).toEqual([[{ minRate: 1250, maxRate }]]);
});

it.each(['much', '1.234', '12'])('chooses nothing and shows an error for "%s"', async (typed) => {
  await typeMaximum(typed);
  expect(fields.emitted('choose')).toBeUndefined();
  expect(fields.get('[role=alert]').text()).not.toBe('');
});
