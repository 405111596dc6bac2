import { isId } from '../../common/id.js';
import { requestId } from './request-id.js';

describe('requestId', () => {
  it('keeps the id of the caller', () => {
    expect(requestId({ headers: { 'x-request-id': 'proxy_1.a-7' } })).toBe('proxy_1.a-7');
  });

  it.each([undefined, '', 'a'.repeat(65), 'with space', 'line\nbreak', '<script>'])(
    'makes its own instead of %j',
    (given) => {
      expect(isId(requestId({ headers: { 'x-request-id': given } }))).toBe(true);
    },
  );
});
