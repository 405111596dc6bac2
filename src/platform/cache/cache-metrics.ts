import { Injectable } from '@nestjs/common';
import { CACHE_GROUPS, type CacheGroup } from './cache-group.js';

/** Lookups in a group since the process started, by their result. */
export interface CacheGroupMetrics {
  /** All lookups. */
  readonly asked: number;
  /** Lookups served from this process's memory. */
  readonly memoryHits: number;
  /** Lookups served by Redis. */
  readonly redisHits: number;
  /** Loads from the database. Concurrent lookups of a key share one load. */
  readonly loads: number;
  /** Share of lookups that loaded nothing, from 0 to 1; 0 without lookups. */
  readonly hitRatio: number;
}

type Counts = Record<'asked' | 'memoryHits' | 'redisHits' | 'loads', number>;

/** Counters of the cache, for the metrics endpoint. */
@Injectable()
export class CacheMetrics {
  /** Redis calls that failed or timed out, broken connections, and failed attempts to connect. */
  redisFailures = 0;
  /** Responses that were served again without a cache lookup, because nothing had changed in the meantime. */
  responseCacheHits = 0;

  private readonly counts: Readonly<Record<CacheGroup, Counts>> = {
    catalog: zeroCounts(),
    reports: zeroCounts(),
    thesaurus: zeroCounts(),
  };

  count(group: CacheGroup, counter: keyof Counts): void {
    this.counts[group][counter] += 1;
  }

  /** Returns the current metrics of each group. */
  byGroup(): readonly (CacheGroupMetrics & { readonly group: CacheGroup })[] {
    return CACHE_GROUPS.map((group) => {
      const { asked, memoryHits, redisHits, loads } = this.counts[group];
      return {
        group,
        asked,
        memoryHits,
        redisHits,
        loads,
        hitRatio: asked === 0 ? 0 : Math.max(0, asked - loads) / asked,
      };
    });
  }
}

function zeroCounts(): Counts {
  return { asked: 0, memoryHits: 0, redisHits: 0, loads: 0 };
}
