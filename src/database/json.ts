import type { Dialect } from './dialect.js';
import { join, raw, sql, type Sql } from './transaction.js';

/*
 * Answers made by the database itself: where a list is read far more often than anything else, its rows come as the text
 * of their JSON, and no object of them is ever built, mapped, and written out again.
 */

/** A JSON object, as text, of names to what SQL gives for them. */
export function jsonObject({ name: dialect }: Dialect, fields: Readonly<Record<string, Sql>>): Sql {
  const pairs = join(Object.entries(fields).map(([name, value]) => sql`${raw(`'${name}'`)}, ${value}`));
  return dialect === 'sqlite' ? sql`json_object(${pairs})` : sql`CAST(json_build_object(${pairs}) AS text)`;
}

/** Thousandths of a unit as the number of units. */
export function jsonUnits({ name: dialect }: Dialect, thousandths: Sql): Sql {
  return dialect === 'sqlite'
    ? sql`${thousandths} / 1000.0`
    : sql`CAST(${thousandths} / 1000.0 AS double precision)`;
}

/** An instant in milliseconds since 1970 as ISO 8601 in UTC. */
export function jsonInstant({ name: dialect }: Dialect, milliseconds: Sql): Sql {
  return dialect === 'sqlite'
    ? sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${milliseconds} / 1000.0, 'unixepoch')`
    : sql`to_char(to_timestamp(${milliseconds} / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
