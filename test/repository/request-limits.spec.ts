import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/lib/root.mjs';
import { MINUTE_MS } from '../../src/platform/common/durations.js';
import { REQUEST_LIMITS } from '../../src/platform/config/request-limits.js';
import { sourceOf } from '../support/assertions/front-end-sources.js';

const USES = [...sourceOf('src').matchAll(/@Limited(?:Search)?\('([a-z-]+)'/g)].map(([, name]) => name);
const CONFIGURATION = readFileSync(inRoot('docs/configuration.md'), 'utf8');

it.each(Object.entries(REQUEST_LIMITS))('%s limits a route, and operators can look it up', (name, limit) => {
  expect(USES).toContain(name);
  const period = limit.periodMs / MINUTE_MS;
  const unit = period === 60 ? 'hour' : period === 1 ? 'minute' : `${period} minutes`;
  expect(CONFIGURATION).toMatch(
    new RegExp(`\\| \`${name}\` +\\| ${limit.limit} per ${unit}, by ${limit.per} +\\|`),
  );
});
