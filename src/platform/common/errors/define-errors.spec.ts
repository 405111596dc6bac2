import { defineErrors, isError } from './define-errors.js';
import { DomainError } from './domain-error.js';

const shelfErrors = defineErrors('shelves', {
  'not-found': { kind: 'not-found', title: 'No such shelf', detail: 'There is no such shelf.' },
  full: {
    kind: 'conflict',
    otherKind: { kind: 'rule', when: ({ max }: { max: number }) => max === 0 },
    title: 'The shelf is full',
    detail: ({ max }: { max: number }) => `A shelf holds ${max} boxes.`,
    extensions: ({ max, free }: { max: number; free: number }) => ({ max, free }),
  },
  unreadable: {
    kind: 'unavailable',
    title: 'The label is unreadable',
    detail: (_: { cause: unknown }) => 'Try again.',
    audience: 'api',
  },
});

describe('a table of errors', () => {
  it('creates an error with the code, kind, title and texts of its entry', () => {
    const error = shelfErrors.full({ max: 4, free: 0 });
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({
      code: 'shelves.full',
      kind: 'conflict',
      title: 'The shelf is full',
      message: 'A shelf holds 4 boxes.',
      parameters: { max: 4, free: 0 },
    });
  });

  it('creates an error without parameters', () => {
    expect(shelfErrors['not-found']()).toMatchObject({
      name: 'shelves.not-found',
      message: 'There is no such shelf.',
      parameters: {},
    });
  });

  it('chooses the other kind by the parameters', () => {
    expect(shelfErrors.full({ max: 0, free: 0 }).kind).toBe('rule');
  });

  it('passes a cause to the log, and not to the client', () => {
    const cause = new Error('ENOENT');
    expect(shelfErrors.unreadable({ cause })).toMatchObject({ cause, parameters: {} });
  });

  it('describes each entry without creating its error', () => {
    const { code, kinds, title, audience } = shelfErrors.full;
    expect({ code, kinds, title, audience }).toEqual({
      code: 'shelves.full',
      kinds: ['conflict', 'rule'],
      title: 'The shelf is full',
      audience: 'everyone',
    });
    expect(shelfErrors.unreadable.audience).toBe('api');
  });
});

describe('isError', () => {
  it('recognizes the errors of an entry only', () => {
    expect(isError(shelfErrors['not-found'](), shelfErrors['not-found'])).toBe(true);
    expect(isError(shelfErrors['not-found'](), shelfErrors.full)).toBe(false);
    expect(isError(new Error('shelves.full'), shelfErrors.full)).toBe(false);
    expect(isError(undefined, shelfErrors.full)).toBe(false);
  });
});
