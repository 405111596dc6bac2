import { resolved, type ApiOperation, type ApiSchema } from '../assertions/api-document.js';

/** Repeats parts until they have this many characters. */
function repeated(length: number, part: (i: number) => string): string {
  const parts: string[] = [];
  for (let i = 0, size = 0; size < length; i++) {
    parts.push(part(i));
    size += (parts[i] ?? '').length + 1;
  }
  return parts.join(',');
}

/** Returns the name of a list in the operation's body, so that the elements are validated. */
function listOf({ body }: ApiOperation): string {
  const properties = Object.entries(resolved(body['application/json']?.schema).properties ?? {});
  return (
    properties.find(([, schema]: [string, ApiSchema]) => resolved(schema).items !== undefined)?.[0] ?? 'items'
  );
}

type Bodies = Readonly<Record<string, string>>;

const bodiesByList = new Map<string, Bodies>();

/** Returns JSON bodies of about this length that cost a careless server much, by their label. */
export function costlyBodies(operation: ApiOperation, length: number): Bodies {
  const list = listOf(operation);
  const key = `${list} ${length}`;
  const bodies = bodiesByList.get(key) ?? newBodies(list, length);
  bodiesByList.set(key, bodies);
  return bodies;
}

function newBodies(list: string, length: number): Bodies {
  const members = (size: number): string => repeated(size, (i) => `"m${i}":${i}`);
  const levels = Math.floor(length / 2);
  return {
    wide: `{${members(length)}}`,
    'wide with nested objects': `{${repeated(length, (i) => `"m${i}":{"a":1}`)}}`,
    long: `{"name":"${'a'.repeat(length)}"}`,
    'a long name': `{"${'a'.repeat(length)}":1}`,
    'deep lists': '['.repeat(levels) + ']'.repeat(levels),
    'deep objects': '{"a":'.repeat(levels / 3) + '1' + '}'.repeat(levels / 3),
    'many elements': `{"${list}":[${repeated(length, () => '1')}]}`,
    'many empty objects': `{"${list}":[${repeated(length, () => '{}')}]}`,
    'wide inside an element': `{"${list}":[{${members(length)}}]}`,
    'many wide elements': `{"${list}":[${repeated(length, () => `{${members(2000)}}`)}]}`,
    'many elements within the limits': `{"${list}":[${repeated(Math.min(length, 2900), () => '{}')}]}`,
    'many members within the limits': `{"${list}":[${repeated(Math.min(length, 40_000), () => `{${members(380)}}`)}]}`,
    'the same name again and again': `{${repeated(length, () => '"username":"a"')}}`,
  };
}

const BOUNDARY = 'costly';

/** Returns forms of about this length that cost a careless server much, by their label. */
export function costlyForms(length: number): Readonly<Record<string, { type: string; content: Buffer }>> {
  const part = (headers: string, content: string): string =>
    `--${BOUNDARY}\r\n${headers}\r\n\r\n${content}\r\n`;
  const field = (name: string, content: string): string =>
    part(`content-disposition: form-data; name="${name}"`, content);
  const many = (one: (i: number) => string): string => {
    const count = Math.ceil(length / one(0).length);
    return Array.from({ length: count }, (_, i) => one(i)).join('');
  };
  const file = 'content-disposition: form-data; name="file"; filename="a.csv"';
  const bodies = {
    'many parts': many((i) => field(`f${i}`, 'a')),
    'many files': many(() => part(`${file}\r\ncontent-type: text/csv`, 'a')),
    'a long field': field('dryRun', 'a'.repeat(length)),
    'a long name of a field': field('a'.repeat(length), 'a'),
    'a part with many headers': part(`${file}${many((i) => `\r\nx-${i}: a`)}`, 'a'),
    'a part with a long header': part(`${file}\r\nx-long: ${'a'.repeat(length)}`, 'a'),
    'no part': 'a'.repeat(length),
  };
  return Object.fromEntries(
    Object.entries(bodies).map(([label, text]) => [
      label,
      {
        type: `multipart/form-data; boundary=${BOUNDARY}`,
        content: Buffer.from(`${text}--${BOUNDARY}--\r\n`),
      },
    ]),
  );
}

/** Returns queries of about this length that cost a careless server much, by their label. */
export function costlyQueries(length: number): Readonly<Record<string, string>> {
  const many = (one: (i: number) => string): string =>
    Array.from({ length: Math.ceil(length / (one(0).length + 1)) }, (_, i) => one(i)).join('&');
  return {
    'many parameters': many((i) => `p${i}=1`),
    'one parameter again and again': many(() => 'q=a'),
    'deep brackets': `q${'[a]'.repeat(length / 3)}=1`,
    'a long value': `q=${'a'.repeat(length)}`,
    'a long value of spaces': `q=${'+'.repeat(length)}`,
    'a long name': `${'a'.repeat(length)}=1`,
  };
}
