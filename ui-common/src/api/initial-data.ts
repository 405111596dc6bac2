import { isInBrowser } from '../browser/window-events.ts';

type Query = Readonly<Record<string, unknown>>;

/** Answers of the API by their address. */
export type FirstAnswers = Readonly<Record<string, unknown>>;

let answers: FirstAnswers = isInBrowser ? read() : {};
/** When the server gave them, in milliseconds since 1970. */
let givenAt = isInBrowser ? performance.timeOrigin : 0;

/** On the server, which draws one page after the other: what the next one shows. */
export function setFirstAnswers(next: FirstAnswers): void {
  answers = next;
  givenAt = Date.now();
}

/** All that the server wrote into the document, so that its first page need not ask. */
export function firstAnswers(): FirstAnswers {
  return answers;
}

/**
 * What a query has from the start where the server has written it into the document. It counts as fetched when the document was.
 *
 * @param path of the API
 * @param read finds in the answer what the query gives
 */
export function fromFirstAnswer<Answer, Data>(
  path: string,
  query: Query,
  read: (answer: Answer) => Data,
): { readonly initialData: () => Data | undefined; readonly initialDataUpdatedAt: number } {
  return {
    initialData: () => {
      const answer = answers[addressOf(path, query)] as Answer | undefined;
      return answer === undefined ? undefined : read(answer);
    },
    initialDataUpdatedAt: givenAt,
  };
}

/** The query as the client writes it: without what is undefined, and in alphabetical order, as in the document. */
export function queryText(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const sorted = given.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new URLSearchParams(sorted.map(([name, value]) => [name, String(value)])).toString();
}

function addressOf(path: string, query: Query): string {
  const text = queryText(query);
  return text === '' ? path : `${path}?${text}`;
}

function read(): FirstAnswers {
  const text = document.getElementById('first-answers')?.textContent;
  if (text === undefined || text.trim() === '') return {};
  return JSON.parse(text) as FirstAnswers;
}
