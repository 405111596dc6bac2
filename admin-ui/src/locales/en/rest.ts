import { textsOf, type Texts } from 'ui-common/texts-of';

/** Texts of pages that are rarely the first one. */
export default textsOf(
  import.meta.glob<Texts>(
    [
      './audit.json',
      './customers.json',
      './imports.json',
      './operations.json',
      './reports.json',
      './search-words.json',
      './section-requests.json',
      './users.json',
    ],
    { eager: true, import: 'default' },
  ),
);
