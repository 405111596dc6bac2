/** Groups of cached values that become stale together: a change to one value invalidates the whole group. */
export const CACHE_GROUPS = ['catalog', 'reports', 'thesaurus'] as const;

export type CacheGroup = (typeof CACHE_GROUPS)[number];
