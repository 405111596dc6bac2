import { textsOf, type Texts } from 'ui-common/texts-of';

/** Texts that only the pages of imports, reports, operations, the search, section requests and a user need. */
export default textsOf(
  import.meta.glob<Texts>(
    [
      './audit.json',
      './imports.json',
      './operations.json',
      './reports.json',
      './search-words.json',
      './section-requests.json',
    ],
    {
      eager: true,
      import: 'default',
    },
  ),
);
