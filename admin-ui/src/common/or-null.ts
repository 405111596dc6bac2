import { ApiProblem } from 'ui-common/api/api-problem';

/** Returns the response, or null if the API responds with 404. @throws ApiProblem for any other error */
export async function orNullIfNotFound<Data>(response: Promise<Data>): Promise<Data | null> {
  try {
    return await response;
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return null;
    throw problem;
  }
}
