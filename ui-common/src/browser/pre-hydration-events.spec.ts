import { beforeEach, expect, it, vi } from 'vitest';

/** Gives each test its own page and module instance. */
async function openPage(markup: string) {
  vi.resetModules();
  document.body.innerHTML = markup;
  const events = await import('./pre-hydration-events.ts');
  events.recordEarlyEvents();
  const find = <Match extends Element>(selector: string): Match => {
    const match = document.querySelector<Match>(selector);
    if (match === null) throw new Error(`No element matches ${selector}.`);
    return match;
  };
  return { ...events, find };
}

beforeEach(() => {
  document.body.innerHTML = '';
});

it('replays early events once the page is hydrated', async () => {
  const { find, replayEarlyEvents } = await openPage('<button>Add</button><input />');
  const [button, input] = [find<HTMLButtonElement>('button'), find<HTMLInputElement>('input')];
  button.click();
  input.value = 'rice';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  const events: string[] = [];
  button.addEventListener('click', () => events.push('click'));
  input.addEventListener('input', () => events.push(input.value));
  // Hydration empties the field.
  input.value = '';
  replayEarlyEvents();
  expect(events).toEqual(['click', 'rice']);
});

it('does not replay clicks on links', async () => {
  const { find, replayEarlyEvents } = await openPage('<a href="#there"><span>There</span></a>');
  find<HTMLElement>('span').click();
  const clicked = vi.fn();
  find('a').addEventListener('click', clicked);
  replayEarlyEvents();
  expect(clicked).not.toHaveBeenCalled();
});

it('hydrates a touched part from the outside in, before the event arrives', async () => {
  const { find, replayEarlyEvents, deferHydration } = await openPage(
    '<main><p><button>Add</button></p></main>',
  );
  replayEarlyEvents();
  const order: string[] = [];
  deferHydration([find('main')], () => {
    order.push('main');
    deferHydration([find('p')], () => {
      order.push('p');
      find('button').addEventListener('click', () => order.push('click'));
    });
  });
  find<HTMLElement>('button').click();
  expect(order).toEqual(['main', 'p', 'click']);
});

it('restores the typed text of a field that hydration empties', async () => {
  const { find, replayEarlyEvents, deferHydration } = await openPage('<form><input /></form>');
  replayEarlyEvents();
  const input = find<HTMLInputElement>('input');
  deferHydration([find('form')], () => {
    input.value = '';
  });
  input.value = 'rice';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  expect(input.value).toBe('rice');
});

it('hydrates a part only once', async () => {
  const { find, replayEarlyEvents, deferHydration } = await openPage('<main><button>Add</button></main>');
  replayEarlyEvents();
  const hydrate = vi.fn();
  const wake = deferHydration([find('main')], hydrate);
  find<HTMLElement>('button').click();
  wake();
  find<HTMLElement>('button').click();
  expect(hydrate).toHaveBeenCalledOnce();
});
