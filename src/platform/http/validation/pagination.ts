import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { InvalidRequest } from '../../common/common.errors.js';
import { isId } from '../../common/id.js';
import { isWritable } from '../../common/text.js';

/** A page of a shopper's list: what follows it is asked for by the cursor. */
export interface KeysetPage<T> {
  readonly items: T[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** A page of a table for staff. */
export interface TablePage<T> {
  readonly items: T[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** Which page of a table staff look at. */
export class TableQuery {
  /** The page, from 1. */
  @ApiPropertyOptional({ default: 1, minimum: 1, maximum: 100_000 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page: number = 1;

  /** Rows on a page. */
  @ApiPropertyOptional({ default: 25, minimum: 1, maximum: 100 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 25;
}

/** The values of the sort columns of the last row shown, in a form that is opaque to clients. */
export function encodeCursor(sort: string, values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([sort, ...values])).toString('base64url');
}

/** What a value in a cursor is: a whole number, a text, or an id. */
export type CursorType = 'number' | 'string' | 'id';

function isOfType(value: unknown, type: CursorType | undefined): boolean {
  if (type === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'string' || !isWritable(value)) return false;
  return type === 'string' || isId(value);
}

/**
 * The values of a cursor made by {@link encodeCursor} for the same sort.
 *
 * @param types what each value must be, so that no crafted cursor reaches the database with another type
 * @throws InvalidRequest where the text is no such cursor
 */
export function decodeCursor(
  sort: string,
  cursor: string,
  types: readonly CursorType[],
): (string | number)[] {
  const [cursorSort, ...values] = parseArray(Buffer.from(cursor, 'base64url').toString());
  const fits =
    cursorSort === sort &&
    values.length === types.length &&
    values.every((value, i) => isOfType(value, types[i]));
  if (!fits) {
    throw new InvalidRequest([
      { field: 'cursor', code: 'field.cursor', message: 'The cursor is not one of this list.' },
    ]);
  }
  return values as (string | number)[];
}

function parseArray(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/** Cuts the one row too many that tells whether there is a next page. */
export function keysetPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
  view: (row: Row) => Item,
): KeysetPage<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}
