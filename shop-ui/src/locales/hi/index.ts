import catalogue from './catalogue.json';
import problems from './problems.json';
import shop from './shop.json';
import titles from './titles.json';
import units from './units.json';
import updates from './updates.json';

export default { catalogue, problems, shop, titles, units, updates };
