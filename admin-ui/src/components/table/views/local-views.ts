import { readStored, writeStored } from 'ui-common/browser/storage';
import { ApiProblem } from 'ui-common/api/api-problem';
import { createView, LOCAL_VIEWS_KEY, type ViewContent } from './saved-views';
import { queryOf } from './view-query';

const MAX_NAME_LENGTH = 60;

/**
 * Moves the views of orders that are stored in this browser to the server, once. Those that cannot be moved now, because the
 * server cannot be reached or has no room for them, stay for the next time.
 *
 * @param isKnown true for the query parameters of the table
 */
export async function moveLocalViews(isKnown: (parameter: string) => boolean): Promise<void> {
  const stored = readStored(LOCAL_VIEWS_KEY);
  if (!Array.isArray(stored)) return;
  const left: unknown[] = [];
  for (const view of stored) {
    const content = contentOf(view, isKnown);
    if (content !== undefined && !(await isMoved(content))) left.push(view);
  }
  writeStored(LOCAL_VIEWS_KEY, left.length === 0 ? undefined : left);
}

/** Returns true if the server has a view of this name, or refuses this one permanently. */
async function isMoved(content: ViewContent): Promise<boolean> {
  try {
    await createView('orders', content);
    return true;
  } catch (problem) {
    const code = problem instanceof ApiProblem ? problem.code : '';
    return ['saved-views.name-taken', 'request.invalid', 'request.rule-broken'].includes(code);
  }
}

/** Returns a stored view; undefined if it has another form, because users and scripts can edit the storage. */
function contentOf(view: unknown, isKnown: (parameter: string) => boolean): ViewContent | undefined {
  if (typeof view !== 'object' || view === null || !('name' in view) || !('query' in view)) return undefined;
  const { name, query } = view;
  if (typeof name !== 'string' || typeof query !== 'object' || query === null) return undefined;
  const parameters = Object.entries(query).filter(
    (entry): entry is [string, string] => isKnown(entry[0]) && typeof entry[1] === 'string',
  );
  return {
    name: name.slice(0, MAX_NAME_LENGTH),
    query: queryOf(Object.fromEntries(parameters)),
    isShared: false,
  };
}
