import { ApiProblem } from 'ui-common/api/api-problem';
import { describe, expect, it } from 'vitest';
import { orNullIfNotFound } from './or-null';

const refused = (status: number): Promise<string> =>
  Promise.reject(new ApiProblem({ status, code: 'users.not-found' }));

describe('orNullIfNotFound', () => {
  it('returns the API’s response, or null on 404', async () => {
    await expect(orNullIfNotFound(Promise.resolve('it'))).resolves.toBe('it');
    await expect(orNullIfNotFound(refused(404))).resolves.toBeNull();
  });

  it('rethrows any other error', async () => {
    await expect(orNullIfNotFound(refused(503))).rejects.toMatchObject({ status: 503 });
    await expect(orNullIfNotFound(Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
  });
});
