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
  await replayEarlyEvents();
  expect(events).toEqual(['click', 'rice']);
});

it('replays a click on a drawing within a button', async () => {
  const { find, replayEarlyEvents } = await openPage('<button><svg><path /></svg></button>');
  find('path').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  const clicked = vi.fn();
  find('button').addEventListener('click', clicked);
  await replayEarlyEvents();
  expect(clicked).toHaveBeenCalledOnce();
});

it('does not replay clicks on links', async () => {
  const { find, replayEarlyEvents } = await openPage('<a href="#there"><span>There</span></a>');
  find<HTMLElement>('span').click();
  const clicked = vi.fn();
  find('a').addEventListener('click', clicked);
  await replayEarlyEvents();
  expect(clicked).not.toHaveBeenCalled();
});

it('replays what was entered before the recorder was loaded', async () => {
  document.body.innerHTML = '<input value="old" /><input type="checkbox" />';
  vi.resetModules();
  const { recordEarlyEvents, replayEarlyEvents } = await import('./pre-hydration-events.ts');
  const [text, box] = document.querySelectorAll('input');
  if (text === undefined || box === undefined) throw new Error('Fields are missing.');
  text.value = 'rice';
  box.checked = true;
  recordEarlyEvents();
  const entered: unknown[] = [];
  text.addEventListener('input', () => entered.push(text.value));
  box.addEventListener('change', () => entered.push(box.checked));
  await replayEarlyEvents();
  expect(entered).toEqual(['rice', true]);
});

it('replays a ticked box once', async () => {
  const { find, replayEarlyEvents } = await openPage('<label>In stock <input type="checkbox" /></label>');
  find<HTMLElement>('label').click();
  const ticked: boolean[] = [];
  const box = find<HTMLInputElement>('input');
  box.addEventListener('change', () => ticked.push(box.checked));
  await replayEarlyEvents();
  expect(ticked).toEqual([true]);
});

it('replays one of two presses on a button that the first press removes', async () => {
  const { find, replayEarlyEvents } = await openPage('<button>Add</button>');
  const button = find<HTMLElement>('button');
  button.click();
  button.click();
  const added = vi.fn(() => void Promise.resolve().then(() => button.remove()));
  button.addEventListener('click', added);
  await replayEarlyEvents();
  expect(added).toHaveBeenCalledOnce();
});

it('does not send a form before its handler is there', async () => {
  const { find, replayEarlyEvents } = await openPage('<form><button>Apply</button></form>');
  const sent = vi.fn((event: Event) => event.preventDefault());
  const early = vi.fn((event: Event) => event.preventDefault());
  find('form').addEventListener('submit', early);
  find<HTMLElement>('button').click();
  find('form').removeEventListener('submit', early);
  find('form').addEventListener('submit', sent);
  await replayEarlyEvents();
  expect([early.mock.calls.length, sent.mock.calls.length]).toEqual([0, 1]);
});

/** Vue registers a part inside another one in a microtask after the hydration of the outer one. */
const later = (work: () => void): void => void Promise.resolve().then(work);

it('hydrates a touched part from the outside in, and then replays the event once', async () => {
  const { find, replayEarlyEvents, deferHydration } = await openPage(
    '<main><p><button>Add</button></p></main>',
  );
  await replayEarlyEvents();
  const order: string[] = [];
  const clicked = new Promise<void>((resolve) => {
    deferHydration([find('main')], () => {
      order.push('main');
      later(() =>
        deferHydration([find('p')], () => {
          order.push('p');
          find('button').addEventListener('click', () => {
            order.push('click');
            resolve();
          });
        }),
      );
    });
  });
  find<HTMLElement>('button').click();
  await clicked;
  expect(order).toEqual(['main', 'p', 'click']);
});

it('restores the typed text of a field that hydration empties', async () => {
  const { find, replayEarlyEvents, deferHydration } = await openPage('<form><input /></form>');
  await replayEarlyEvents();
  const input = find<HTMLInputElement>('input');
  const typed = new Promise((resolve) => input.addEventListener('input', () => resolve(input.value)));
  deferHydration([find('form')], () => {
    input.value = '';
  });
  input.value = 'rice';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  expect(await typed).toBe('rice');
});

it('hydrates a part only once', async () => {
  const { find, replayEarlyEvents, deferHydration } = await openPage('<main><button>Add</button></main>');
  await replayEarlyEvents();
  const hydrate = vi.fn();
  const { wake } = deferHydration([find('main')], hydrate);
  const clicks = vi.fn();
  find('button').addEventListener('click', clicks);
  find<HTMLElement>('button').click();
  wake();
  find<HTMLElement>('button').click();
  await vi.waitFor(() => expect(clicks).toHaveBeenCalledTimes(2));
  expect(hydrate).toHaveBeenCalledOnce();
});

it('hydrates all parts, and those within them', async () => {
  const { find, deferHydration, hydrateAll } = await openPage('<main><section></section></main>');
  const hydrated: string[] = [];
  deferHydration([find('main')], () => {
    hydrated.push('main');
    void Promise.resolve().then(() => deferHydration([find('section')], () => hydrated.push('section')));
  });
  await hydrateAll();
  expect(hydrated).toEqual(['main', 'section']);
});
