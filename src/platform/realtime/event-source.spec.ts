import { stateSource } from './event-source.js';

interface Progress {
  readonly done: number;
  readonly of: number;
}

function progressSource(state: Progress) {
  return stateSource<Progress>({
    topics: ['export:1'],
    type: 'progress',
    read: () => Promise.resolve(state),
    isFinal: ({ done, of }) => done === of,
  });
}

describe('stateSource', () => {
  it('sends the state once, and again only after it has changed', async () => {
    const first = await progressSource({ done: 1, of: 3 }).read(undefined);
    expect(first).toEqual({
      events: [{ id: expect.any(String) as string, type: 'progress', data: { done: 1, of: 3 } }],
      isFinished: false,
    });
    const id = first.events[0]?.id;
    expect(await progressSource({ done: 1, of: 3 }).read(id)).toEqual({ events: [], isFinished: false });
    expect((await progressSource({ done: 2, of: 3 }).read(id)).events[0]?.data).toEqual({ done: 2, of: 3 });
  });

  it('is finished at the final state, whether or not the client already has it', async () => {
    const last = await progressSource({ done: 3, of: 3 }).read(undefined);
    expect([last.events.length, last.isFinished]).toEqual([1, true]);
    expect(await progressSource({ done: 3, of: 3 }).read(last.events[0]?.id)).toEqual({
      events: [],
      isFinished: true,
    });
  });

  it('uses event IDs that are valid in a header: one line without spaces', async () => {
    const { events } = await progressSource({ done: 2, of: 9 }).read('unknown');
    expect(events[0]?.id).toMatch(/^[\w-]+$/);
  });
});
