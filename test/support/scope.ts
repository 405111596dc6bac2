/**
 * Returns how often a test repeats something, the size of its data, or its cases: less in the scope `essential`, which is
 * `npm test`, than in the scope `all`. A test file that is run alone uses those of `all`.
 */
export function inScope<T>({ essential, all }: { readonly essential: T; readonly all: T }): T {
  return process.env['TEST_SCOPE'] === 'essential' ? essential : all;
}
