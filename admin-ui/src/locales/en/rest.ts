import { textsOf, type Texts } from 'ui-common/texts-of';

/** Texts that only the pages of imports, reports, operations and a user need. */
export default textsOf(
  import.meta.glob<Texts>(['./audit.json', './imports.json', './operations.json', './reports.json'], {
    eager: true,
    import: 'default',
  }),
);
