import { ApiProblem } from 'ui-common/api/api-problem';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { moveLocalViews } from './local-views';
import * as savedViews from './saved-views';

const KEY = 'order-views';
const TO_PACK = { name: 'To pack', query: { status: 'placed', sort: 'oldest', ids: 'x' } };
const BIG = { name: 'Big ones', query: { sort: '-total' } };

const isKnown = (parameter: string): boolean => ['status', 'sort'].includes(parameter);

function onCreate(respond: (content: savedViews.ViewContent) => Promise<unknown>) {
  return vi
    .spyOn(savedViews, 'createView')
    .mockImplementation((_, content) => respond(content) as Promise<savedViews.SavedView>);
}

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('moveLocalViews', () => {
  it('moves the views of this browser to the server, once', async () => {
    localStorage.setItem(KEY, JSON.stringify([TO_PACK, BIG]));
    const create = onCreate(() => Promise.resolve());
    await moveLocalViews(isKnown);
    await moveLocalViews(isKnown);
    expect(create.mock.calls).toEqual([
      ['orders', { name: 'To pack', query: 'sort=oldest&status=placed', isShared: false }],
      ['orders', { name: 'Big ones', query: 'sort=-total', isShared: false }],
    ]);
  });

  it('keeps those for which there is no room, or no connection', async () => {
    localStorage.setItem(KEY, JSON.stringify([TO_PACK, BIG]));
    onCreate(({ name }) =>
      name === 'Big ones'
        ? Promise.reject(new ApiProblem({ status: 409, code: 'saved-views.too-many' }))
        : Promise.resolve(),
    );
    await moveLocalViews(isKnown);
    expect(JSON.parse(localStorage.getItem(KEY) ?? '')).toEqual([BIG]);
  });

  it('forgets those that the server has already, or never takes', async () => {
    localStorage.setItem(KEY, JSON.stringify([TO_PACK, { name: 1 }, null]));
    onCreate(() => Promise.reject(new ApiProblem({ status: 409, code: 'saved-views.name-taken' })));
    await moveLocalViews(isKnown);
    expect(localStorage.getItem(KEY)).toBeNull();
  });
});
