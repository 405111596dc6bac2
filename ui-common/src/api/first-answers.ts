/**
 * What the server wrote into the document, so that its first page need not ask: answers of the API by their address. Each is
 * given once; who asks later wants to know what is so by then.
 */
const written = new Map(Object.entries(read()));
const notYetTaken = new Map(written);

export function takeFirstAnswer(address: string): unknown {
  const answer = notYetTaken.get(address);
  notYetTaken.delete(address);
  return answer;
}

/** All of them, taken or not. */
export function firstAnswers(): ReadonlyMap<string, unknown> {
  return written;
}

function read(): Record<string, unknown> {
  const text = document.getElementById('first-answers')?.textContent;
  if (text === undefined || text.trim() === '') return {};
  return JSON.parse(text) as Record<string, unknown>;
}
