import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { InvalidRequest } from '../../common/common.errors.js';
import { fieldErrors } from './field-errors.js';
import { freeTextOf } from './free-text.js';

const MAX_CACHED_QUERIES = 1000;

/**
 * Checks bodies and queries against their DTO. A field that the DTO does not know is an error, not ignored.
 *
 * The same query comes again and again, and what a DTO makes of it depends on nothing else: the latest are kept.
 */
export class RequestValidation extends ValidationPipe {
  private readonly queries = new Map<unknown, Map<string, object>>();

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
    // What is in a path is a text, and a parameter that is declared as one has nothing to be checked.
    if (metadata.metatype === String && typeof value === 'string') return value;
    if (metadata.type !== 'query' || metadata.data !== undefined || metadata.metatype === undefined) {
      return (await super.transform(value, metadata)) as unknown;
    }
    const free = freeTextOf(metadata.metatype);
    const given = value as Record<string, unknown>;
    const text = free === undefined ? undefined : given[free.name];
    if (free === undefined || typeof text !== 'string' || text.length > free.maxLength) {
      return this.keptQuery(given, metadata);
    }
    // What is typed is another text each time: the rest of the query is looked up without it.
    const rest = await this.keptQuery({ ...given, [free.name]: '' }, metadata);
    return Object.freeze(
      Object.assign(Object.create(Object.getPrototypeOf(rest) as object) as object, rest, {
        [free.name]: text,
      }),
    );
  }

  private async keptQuery(value: unknown, metadata: ArgumentMetadata): Promise<object> {
    const kept = this.keptFor(metadata.metatype);
    const asked = JSON.stringify(value);
    const before = kept.get(asked);
    if (before !== undefined) return before;
    const query = Object.freeze((await super.transform(value, metadata)) as object);
    if (kept.size >= MAX_CACHED_QUERIES) kept.clear();
    kept.set(asked, query);
    return query;
  }

  private keptFor(dto: unknown): Map<string, object> {
    const kept = this.queries.get(dto) ?? new Map<string, object>();
    this.queries.set(dto, kept);
    return kept;
  }
}
