import { mayReadMetrics } from './metrics-access.js';

const TOKEN = 'a-token-of-the-scraper';

describe('with a token', () => {
  const config = { metricsToken: TOKEN, production: true };
  it.each([
    [`Bearer ${TOKEN}`, true],
    [TOKEN, false],
    [`Bearer ${TOKEN} `, false],
    [`Bearer ${TOKEN.slice(0, -1)}`, false],
    ['Bearer ', false],
    [undefined, false],
  ])('%p may read: %p', (authorization, may) => {
    for (const address of ['127.0.0.1', '10.0.0.7'])
      expect(mayReadMetrics(config, { address, authorization })).toBe(may);
  });
});

describe('without a token', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.7', false],
    ['::ffff:10.0.0.7', false],
    ['nonsense', false],
    [undefined, false],
  ])('who asks from %p may read: %p', (address, may) => {
    const scraper = { address, authorization: `Bearer ${TOKEN}` };
    expect(mayReadMetrics({ metricsToken: undefined, production: false }, scraper)).toBe(may);
    expect(mayReadMetrics({ metricsToken: undefined, production: true }, scraper)).toBe(false);
  });
});
