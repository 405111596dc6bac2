import { afterEach, expect, it } from 'vitest';
import { useToasts } from './useToasts.ts';

const toasts = useToasts();
const UNDO = { text: '40 rates are changed.', stays: true };

afterEach(() => {
  toasts.close();
  toasts.close();
});

it('shows a toast that stays again after the others, until it is closed', () => {
  toasts.show(UNDO);
  toasts.show({ text: 'Ghee is saved.' });
  toasts.show({ text: 'Curd is saved.' });
  expect(toasts.shown.value?.text).toBe('Curd is saved.');
  toasts.close();
  expect(toasts.shown.value?.text).toBe(UNDO.text);
  toasts.close();
  expect(toasts.shown.value).toBeUndefined();
});

it('forgets a toast that stays once another one does', () => {
  toasts.show(UNDO);
  toasts.show({ text: '3 products are hidden.', stays: true });
  toasts.close();
  expect(toasts.shown.value).toBeUndefined();
});
