/** What is cached, by what makes it stale: a change of one of a group drops the whole group. */
export const CACHE_GROUPS = ['catalog', 'reports'] as const;

export type CacheGroup = (typeof CACHE_GROUPS)[number];
