import { errorsIn } from '../../scripts/lib/prose/prose.mjs';

describe('the prose check', () => {
  it('reports each banned word with its line and what to write instead', () => {
    expect(errorsIn('// fine\n// Whoever is told of it has gone.')).toEqual([
      '2: "Whoever": write the caller, the user, the client',
      '2: "is told": write is notified, receives',
      '2: "has gone": write was deleted, is missing',
    ]);
  });

  it('accepts words that only contain a banned one, and the account of a system', () => {
    expect(errorsIn("renewal, goodness, 'nobody', handed-on-time")).toEqual([]);
  });
});
