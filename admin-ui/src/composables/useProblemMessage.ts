import { useI18n } from 'vue-i18n';
import { ApiProblem } from 'ui-common/api/api-problem';

/** Says in the shopper's language what went wrong, and what can be done about it. */
export function useProblemMessage(): (problem: unknown) => string {
  const { t, te } = useI18n();
  return (problem) => {
    if (!(problem instanceof ApiProblem)) return t('problems.unknown');
    const key = `problems.${problem.code}`;
    return te(key) ? t(key, problem.parameters) : t('problems.unknown');
  };
}
