import { textsOf, type Texts } from 'ui-common/texts-of';

/** Texts of the pages that open first. All other texts are in rest.ts. */
export default textsOf(
  import.meta.glob<Texts>(
    [
      './*.json',
      '!./audit.json',
      '!./customers.json',
      '!./imports.json',
      '!./operations.json',
      '!./reports.json',
      '!./search-words.json',
      '!./section-requests.json',
      '!./users.json',
    ],
    { eager: true, import: 'default' },
  ),
);
