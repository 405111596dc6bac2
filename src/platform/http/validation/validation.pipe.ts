import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { InvalidRequest } from '../../common/common.errors.js';
import { fieldErrors } from './field-errors.js';
import { freeTextOf } from './free-text.js';

const MAX_CACHED_QUERIES = 1000;

/**
 * Validates bodies and queries against their DTO. A field that the DTO does not know is an error, not ignored.
 *
 * Queries repeat, and the result depends on the query and its DTO only: recent results are cached.
 */
export class RequestValidation extends ValidationPipe {
  private readonly queriesByDto = new Map<unknown, Map<string, object>>();

  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      exceptionFactory: (errors) => new InvalidRequest(fieldErrors(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // A path parameter is text, so one declared as a string needs no validation.
    if (metadata.metatype === String && typeof value === 'string') return value;
    if (metadata.type !== 'query' || metadata.data !== undefined || metadata.metatype === undefined) {
      return (await super.transform(value, metadata)) as unknown;
    }
    const freeText = freeTextOf(metadata.metatype);
    const input = value as Record<string, unknown>;
    const text = freeText === undefined ? undefined : input[freeText.name];
    if (freeText === undefined || typeof text !== 'string' || text.length > freeText.maxLength) {
      return this.cachedQuery(input, metadata);
    }
    // Typed text differs each time, so the rest of the query is cached without it.
    const rest = await this.cachedQuery({ ...input, [freeText.name]: '' }, metadata);
    return Object.freeze(
      Object.assign(Object.create(Object.getPrototypeOf(rest) as object) as object, rest, {
        [freeText.name]: text,
      }),
    );
  }

  private async cachedQuery(value: unknown, metadata: ArgumentMetadata): Promise<object> {
    const cache = this.cacheFor(metadata.metatype);
    const key = JSON.stringify(value);
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const query = Object.freeze((await super.transform(value, metadata)) as object);
    if (cache.size >= MAX_CACHED_QUERIES) cache.clear();
    cache.set(key, query);
    return query;
  }

  private cacheFor(dto: unknown): Map<string, object> {
    const cache = this.queriesByDto.get(dto) ?? new Map<string, object>();
    this.queriesByDto.set(dto, cache);
    return cache;
  }
}
