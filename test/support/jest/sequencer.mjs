import { hash } from 'node:crypto';
import Sequencer from '@jest/test-sequencer';

/** Files that take longest. They start first, so that none of them runs alone at the end. */
const LONG_FILES = /(index[.]int-spec|browser-spec|\/(processes|background)\/.*e2e-spec)[.]ts$/;

/** Orders test files: the longest first, or at random with the seed of `TEST_ORDER_SEED`. */
export default class TestOrder extends Sequencer {
  sort(tests) {
    const seed = process.env.TEST_ORDER_SEED;
    if (seed !== undefined) return tests.toSorted((a, b) => (rank(seed, a) < rank(seed, b) ? -1 : 1));
    const ordered = super.sort(tests);
    const isLong = ({ path }) => LONG_FILES.test(path);
    return [...ordered.filter(isLong), ...ordered.filter((test) => !isLong(test))];
  }
}

function rank(seed, { path, context }) {
  return hash('sha1', `${seed} ${context.config.displayName?.name} ${path}`);
}
