import problems from './problems.json';
import shop from './shop.json';
import titles from './titles.json';
import units from './units.json';
import updates from './updates.json';

export default { problems, shop, titles, units, updates };
