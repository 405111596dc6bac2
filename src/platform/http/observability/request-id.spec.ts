import { isId } from '../../common/id.js';
import { requestId } from './request-id.js';

describe('requestId', () => {
  it('returns the ID that the caller sent', () => {
    expect(requestId({ headers: { 'x-request-id': 'proxy_1.a-7' } })).toBe('proxy_1.a-7');
  });

  it.each([undefined, '', 'a'.repeat(65), 'with space', 'line\nbreak', '<script>'])(
    'generates an ID instead of the unsafe or missing %j',
    (input) => {
      expect(isId(requestId({ headers: { 'x-request-id': input } }))).toBe(true);
    },
  );
});
