import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { requestErrors } from '../../common/common.errors.js';
import { fieldErrors } from './field-errors.js';

const MAX_CACHED_QUERIES = 1000;

/**
 * Validates bodies and queries against their DTO. A field that the DTO does not know is an error, not ignored.
 *
 * Valid queries are memoized, since validating one takes longer than reading its result from the cache. Requests share
 * them, so they are frozen.
 */
export class RequestValidation extends ValidationPipe {
  private readonly queriesByDto = new Map<unknown, LRUCache<string, object>>();

  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      exceptionFactory: (errors) => requestErrors.invalid({ errors: fieldErrors(errors) }),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isQuery = metadata.type === 'query' && metadata.data === undefined;
    if (!isQuery) return (await super.transform(value, metadata)) as unknown;
    const queries = this.queriesOf(metadata.metatype);
    const key = JSON.stringify(value);
    const known = queries.get(key);
    if (known !== undefined) return known;
    const query = Object.freeze((await super.transform(value, metadata)) as object);
    queries.set(key, query);
    return query;
  }

  private queriesOf(dto: unknown): LRUCache<string, object> {
    const queries = this.queriesByDto.get(dto) ?? new LRUCache<string, object>({ max: MAX_CACHED_QUERIES });
    this.queriesByDto.set(dto, queries);
    return queries;
  }
}
