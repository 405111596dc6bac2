import { Injectable } from '@nestjs/common';
import { CACHE_GROUPS, type CacheGroup } from './cache-group.js';

/** What became of the questions that a group was asked since the process started. */
export interface CacheGroupMetrics {
  /** All questions. */
  readonly asked: number;
  /** Answered out of this process's memory. */
  readonly memoryHits: number;
  /** Answered by Redis. */
  readonly redisHits: number;
  /** Loaded from the database. What is asked several times at once is loaded once. */
  readonly loads: number;
  /** The share of questions that loaded nothing, from 0 to 1; 0 where nothing was asked. */
  readonly hitRatio: number;
}

type Counts = Record<'asked' | 'memoryHits' | 'redisHits' | 'loads', number>;

/** Counts what the cache does, for the metrics. */
@Injectable()
export class CacheMetrics {
  /** Calls of Redis that failed or were not answered in time, connections that broke, and tries to connect in vain. */
  redisFailures = 0;
  /** Answers that were given once more without asking the cache, because nothing had changed in the meantime. */
  answersGivenAgain = 0;

  private readonly counts: Readonly<Record<CacheGroup, Counts>> = {
    catalog: noCounts(),
    reports: noCounts(),
  };

  count(group: CacheGroup, what: keyof Counts): void {
    this.counts[group][what] += 1;
  }

  /** The figures of each group, as they are now. */
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

function noCounts(): Counts {
  return { asked: 0, memoryHits: 0, redisHits: 0, loads: 0 };
}
