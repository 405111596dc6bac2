/** More than a grocer writes, and few enough for the memory of every process. */
export const MAX_SYNONYM_GROUPS = 3000;
export const MAX_SYNONYMS_PER_GROUP = 24;
export const MAX_SYNONYM_LENGTH = 40;
