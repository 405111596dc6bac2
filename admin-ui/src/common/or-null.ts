import { ApiProblem } from 'ui-common/api/api-problem';

/** What was asked for; null where the API says that there is no such thing. @throws ApiProblem for any other refusal */
export async function foundOrNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return null;
    throw problem;
  }
}
