import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { requestErrors } from '../../common/common.errors.js';
import { isId } from '../../common/id.js';
import { isWritable } from '../../common/text.js';

/** Most items of a page. */
export const MAX_PAGE_SIZE = 100;

/** A page of a shopper's list. The cursor requests the next one. */
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

/** Page of a staff table to return. */
export class TableQuery {
  /** Page number, starting at 1. */
  @ApiPropertyOptional({ default: 1, minimum: 1, maximum: 100_000 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page: number = 1;

  /** Number of rows per page. */
  @ApiPropertyOptional({ default: 25, minimum: 1, maximum: MAX_PAGE_SIZE })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  pageSize: number = 25;
}

/** Encodes the sort column values of a page's last row, in a form that is opaque to clients. */
export function encodeCursor(sort: string, values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([sort, ...values])).toString('base64url');
}

/** Type of a value in a cursor: a whole number, a text, or an ID. */
export type CursorType = 'number' | 'string' | 'id';

function isOfType(value: unknown, type: CursorType | undefined): boolean {
  if (type === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'string' || !isWritable(value)) return false;
  return type === 'string' || isId(value);
}

/**
 * Decodes a cursor that {@link encodeCursor} made for the same sort.
 *
 * @param types expected type of each value, so that no forged cursor reaches the database with another type
 * @throws request.invalid if the text is not such a cursor
 */
export function decodeCursor(
  sort: string,
  cursor: string,
  types: readonly CursorType[],
): (string | number)[] {
  const [cursorSort, ...values] = parseArray(Buffer.from(cursor, 'base64url').toString());
  const isValid =
    cursorSort === sort &&
    values.length === types.length &&
    values.every((value, i) => isOfType(value, types[i]));
  if (!isValid) {
    throw requestErrors.invalid({
      errors: [{ field: 'cursor', code: 'field.cursor', message: 'The cursor is not one of this list.' }],
    });
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

/** Builds a page from up to `limit` + 1 rows. The extra row shows that there is a next page, and is cut off. */
export function keysetPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
  view: (row: Row) => Item,
): KeysetPage<Item> {
  const pageRows = rows.slice(0, limit);
  const last = pageRows.at(-1);
  return {
    items: pageRows.map(view),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}
