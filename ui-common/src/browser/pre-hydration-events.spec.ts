import { beforeEach, expect, it, vi } from 'vitest';

/** Each test has a page, and the module, of its own. */
async function openPage(markup: string) {
  vi.resetModules();
  document.body.innerHTML = markup;
  const events = await import('./pre-hydration-events.ts');
  events.keepEarlyEvents();
  const find = <Found extends Element>(selector: string): Found => {
    const found = document.querySelector<Found>(selector);
    if (found === null) throw new Error(`There is no ${selector}.`);
    return found;
  };
  return { ...events, find };
}

beforeEach(() => {
  document.body.innerHTML = '';
});

it('does again, once the page is alive, what was done before', async () => {
  const { find, replayEarlyEvents } = await openPage('<button>Add</button><input />');
  const [button, input] = [find<HTMLButtonElement>('button'), find<HTMLInputElement>('input')];
  button.click();
  input.value = 'rice';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  const heard: string[] = [];
  button.addEventListener('click', () => heard.push('click'));
  input.addEventListener('input', () => heard.push(input.value));
  // As it is when the field is taken over.
  input.value = '';
  replayEarlyEvents();
  expect(heard).toEqual(['click', 'rice']);
});

it('leaves links to the browser', async () => {
  const { find, replayEarlyEvents } = await openPage('<a href="#there"><span>There</span></a>');
  find<HTMLElement>('span').click();
  const clicked = vi.fn();
  find('a').addEventListener('click', clicked);
  replayEarlyEvents();
  expect(clicked).not.toHaveBeenCalled();
});

it('wakes what is touched, from the outside in, before the touch arrives', async () => {
  const { find, replayEarlyEvents, sleeping } = await openPage('<main><p><button>Add</button></p></main>');
  replayEarlyEvents();
  const order: string[] = [];
  sleeping([find('main')], () => {
    order.push('main');
    sleeping([find('p')], () => {
      order.push('p');
      find('button').addEventListener('click', () => order.push('click'));
    });
  });
  find<HTMLElement>('button').click();
  expect(order).toEqual(['main', 'p', 'click']);
});

it('puts back what was typed into a field that is emptied as it wakes', async () => {
  const { find, replayEarlyEvents, sleeping } = await openPage('<form><input /></form>');
  replayEarlyEvents();
  const input = find<HTMLInputElement>('input');
  sleeping([find('form')], () => {
    input.value = '';
  });
  input.value = 'rice';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  expect(input.value).toBe('rice');
});

it('wakes a part once, however often it is asked', async () => {
  const { find, replayEarlyEvents, sleeping } = await openPage('<main><button>Add</button></main>');
  replayEarlyEvents();
  const alive = vi.fn();
  const wake = sleeping([find('main')], alive);
  find<HTMLElement>('button').click();
  wake();
  find<HTMLElement>('button').click();
  expect(alive).toHaveBeenCalledOnce();
});
