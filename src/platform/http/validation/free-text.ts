import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';

const FREE_TEXT = Symbol('free text');

/** A query field that holds text typed by users, and its maximum length. */
export interface FreeTextField {
  readonly name: string;
  readonly maxLength: number;
}

/**
 * Marks a query field whose text differs almost every time, such as a search term. Any text up to the maximum length is
 * valid, independent of the other fields, so validation can cache the query without it. At most one per query.
 */
export function IsFreeText(maxLength: number): PropertyDecorator {
  return applyDecorators(IsString(), MaxLength(maxLength), (target: object, name: string | symbol) => {
    Reflect.defineMetadata(FREE_TEXT, { name: String(name), maxLength }, target.constructor);
  });
}

/** Returns the field of a DTO that {@link IsFreeText} marks. */
export function freeTextOf(dto: object): FreeTextField | undefined {
  return Reflect.getMetadata(FREE_TEXT, dto) as FreeTextField | undefined;
}
