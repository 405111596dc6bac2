/**
 * Returns how often a test repeats something, or the size of its data: less in the scope `essential`, which is
 * `npm test`, than in the scope `all`. A test file that is run alone uses the number of `all`.
 */
export function inScope(numbers: { readonly essential: number; readonly all: number }): number {
  return process.env['TEST_SCOPE'] === 'essential' ? numbers.essential : numbers.all;
}
