import { textsOf, type Texts } from 'ui-common/texts-of';

/** Texts of the later pages, excluded from the first script. Only the server needs those of the head. */
export default textsOf(
  import.meta.glob<Texts>(
    [
      './*.json',
      '!./cart.json',
      '!./catalog.json',
      '!./common.json',
      '!./head.json',
      '!./shop.json',
      '!./units.json',
      '!./updates.json',
    ],
    { eager: true, import: 'default' },
  ),
);
