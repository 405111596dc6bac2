import type { VueWrapper } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeApi, problem, type RecordedRequest } from '../../../testing/fake-api';
import { mountInApp } from '../../../testing/mount-in-app';
import NothingForWords from './NothingForWords.vue';

let page: VueWrapper;
afterEach(() => {
  page.unmount();
  localStorage.clear();
});

function open(respond: (request: RecordedRequest) => Response, isInSection = false): RecordedRequest[] {
  const requests = fakeApi(respond);
  page = mountInApp(NothingForWords, { words: 'tofu', isInSection });
  return requests;
}

const nearest = { section: { slug: 'dairy-eggs', name: 'Dairy & Eggs' } };

it('offers the nearest section, and forgets the search', async () => {
  localStorage.setItem('recent-searches', JSON.stringify(['milk', 'Tofu']));
  open(() => Response.json(nearest));
  await vi.waitFor(() => expect(page.get('a').attributes('href')).toBe('/sections/dairy-eggs'));
  expect(page.get('a').text()).toContain('Dairy & Eggs');
  expect(localStorage.getItem('recent-searches')).toBe('["milk"]');
});

it('offers everything if no section is near, and the whole store from within a section', async () => {
  open(() => Response.json({ section: null }));
  await vi.waitFor(() => expect(page.get('a').attributes('href')).toBe('/search'));
  page.unmount();
  const requests = open(() => Response.json(nearest), true);
  expect(page.get('a').attributes('href')).toBe('/search?q=tofu');
  expect(requests).toEqual([]);
});

it('asks for the product once, and moves the focus to the thanks', async () => {
  const requests = open(({ method }) =>
    method === 'POST' ? new Response(null, { status: 204 }) : Response.json(nearest),
  );
  await page.get('button').trigger('click');
  await vi.waitFor(() => expect(page.get('[role=status]').text()).toContain('tofu'));
  expect(requests.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/wishes',
    body: { term: 'tofu' },
  });
  expect(page.find('button').exists()).toBe(false);
  await vi.waitFor(() => expect(document.activeElement).toBe(page.get('[role=status]').element));
});

it('says why a wish was not taken', async () => {
  open(({ method }) =>
    method === 'POST' ? problem(429, 'request.too-many', { retryAfterSeconds: 60 }) : Response.json(nearest),
  );
  await page.get('button').trigger('click');
  await vi.waitFor(() => expect(page.get('[role=status]').text()).not.toBe(''));
  expect(page.get('button').attributes('disabled')).toBeUndefined();
});
