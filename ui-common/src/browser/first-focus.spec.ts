import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApp, h, withDirectives } from 'vue';
import { vFirstFocus } from './first-focus.ts';

let seen: ((isIntersecting: boolean) => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      isOn = true;
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        seen.push((isIntersecting) => this.isOn && callback([{ isIntersecting }]));
      }
      observe(): void {}
      disconnect(): void {
        this.isOn = false;
      }
    },
  );
});

afterEach(() => {
  seen = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.innerHTML = '';
});

function newForm(value?: boolean) {
  const form = createApp(() => [
    withDirectives(h('label', [h('input', { id: 'first' })]), [[vFirstFocus, value]]),
    h('input', { id: 'other' }),
    h('button'),
  ]);
  const place = document.createElement('div');
  document.body.append(place);
  form.mount(place);
  const come = (isIntersecting: boolean): void => {
    for (const observer of seen) observer(isIntersecting);
    vi.runAllTimers();
  };
  return {
    form,
    come,
    active: () => document.activeElement?.id,
    focus: (id: string) => document.getElementById(id)?.focus(),
  };
}

it('focuses the field once, when it is first seen', () => {
  const { come, active, focus } = newForm();
  come(false);
  expect(active()).toBe('');
  come(true);
  expect(active()).toBe('first');
  (document.activeElement as HTMLElement).blur();
  come(false);
  come(true);
  expect(active()).toBe('');
  focus('other');
});

it('leaves the person in the field in which they type', () => {
  const { come, active, focus } = newForm();
  focus('other');
  come(true);
  expect(active()).toBe('other');
});

it('takes the focus of a dialog from a field behind it', () => {
  const { come, active, focus } = newForm();
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  const label = document.querySelector('label');
  label?.replaceWith(dialog);
  if (label !== null) dialog.append(label);
  focus('other');
  come(true);
  expect(active()).toBe('first');
});

it('takes the focus from a button, and not with a value of false or after it is removed', () => {
  const enabled = newForm();
  document.querySelector('button')?.focus();
  enabled.come(true);
  expect(enabled.active()).toBe('first');
  enabled.form.unmount();
  const disabled = newForm(false);
  disabled.come(true);
  expect(disabled.active()).toBe('');
  disabled.form.unmount();
  const removed = newForm();
  removed.form.unmount();
  expect(() => removed.come(true)).not.toThrow();
});
