import { textsOf, type Texts } from 'ui-common/texts-of';

export default textsOf(import.meta.glob<Texts>('./*.json', { eager: true, import: 'default' }));
