import { ApiProblem } from 'ui-common/api/api-problem';
import { describe, expect, it } from 'vitest';
import { foundOrNull } from './or-null';

const refused = (status: number): Promise<string> =>
  Promise.reject(new ApiProblem({ status, code: 'users.not-found' }));

describe('what is asked for by its id', () => {
  it('is what the API answers, and null where there is no such thing', async () => {
    await expect(foundOrNull(Promise.resolve('it'))).resolves.toBe('it');
    await expect(foundOrNull(refused(404))).resolves.toBeNull();
  });

  it('fails for any other reason', async () => {
    await expect(foundOrNull(refused(503))).rejects.toMatchObject({ status: 503 });
    await expect(foundOrNull(Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
  });
});
