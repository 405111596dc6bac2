import type { UnitType } from 'ui-common/quantity/quantity';

/** Units that products are sold by, in the order in which they are offered. */
export const UNIT_TYPES: readonly UnitType[] = ['kg', 'g', 'l', 'ml', 'piece', 'pack', 'dozen', 'bunch'];
