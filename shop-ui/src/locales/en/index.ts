import { textsOf, type Texts } from 'ui-common/texts-of';

/** Texts of the first pages. All other texts are in rest.ts. */
export default textsOf(
  import.meta.glob<Texts>(
    ['./cart.json', './catalog.json', './common.json', './shop.json', './units.json', './updates.json'],
    { eager: true, import: 'default' },
  ),
);
