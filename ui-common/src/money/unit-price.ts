/** The unit prices of packs: the server's own file, so that a setting means one thing. */
export * from '../../../src/rules/pricing/shown-unit-price.ts';
