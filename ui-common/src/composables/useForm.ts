import { useMutation } from '@pinia/colada';
import { computed, nextTick, ref, watch } from 'vue';
import { ApiProblem } from '../api/api-problem.ts';
import type { FieldError } from '../forms/field-error.ts';
import { retryAfterSeconds } from '../forms/problem-values.ts';
import { useCountdown } from './useCountdown.ts';
import { useFieldMessage, useProblemMessage } from './useProblemMessage.ts';

interface FormOptions {
  /** Validates the input without a request. */
  readonly check?: () => readonly FieldError[];
  /** Submits the input. @throws ApiProblem */
  readonly send: () => Promise<unknown>;
}

/**
 * Manages a form. Field errors stay until the field changes, and the first invalid field gets the focus. Double submits are
 * ignored, and submitting is disabled while the rate limit applies.
 *
 * @param values input by field name in the request body
 */
export function useForm<Values extends object>(values: Values, { check = () => [], send }: FormOptions) {
  const fieldMessage = useFieldMessage();
  const problemMessage = useProblemMessage();
  const { mutateAsync, isLoading, error, reset } = useMutation({ mutation: send });
  const { seconds: waitSeconds, start: wait } = useCountdown();
  const fieldErrors = ref<readonly FieldError[]>([]);

  watch(
    () => ({ ...values }) as Record<string, unknown>,
    (now, before) => {
      fieldErrors.value = fieldErrors.value.filter(({ field }) => now[field] === before[field]);
    },
  );

  /** Handles the submit event of the form element. */
  async function submit({ currentTarget }: Event): Promise<void> {
    if (isLoading.value || waitSeconds.value > 0) return;
    reset();
    fieldErrors.value = check();
    if (fieldErrors.value.length === 0) await mutateAsync().catch(handleFailure);
    await nextTick();
    if (fieldErrors.value.length > 0 && currentTarget instanceof HTMLElement) focusFirstError(currentTarget);
  }

  function handleFailure(failure: unknown): void {
    if (!(failure instanceof ApiProblem)) return;
    fieldErrors.value = failure.errors;
    wait(retryAfterSeconds(failure) ?? 0);
  }

  function errorOf(field: keyof Values & string): string | undefined {
    const match = fieldErrors.value.find((candidate) => candidate.field === field);
    return match && fieldMessage(match);
  }

  /** Message for the whole form; undefined if all errors are shown at their fields. */
  const failure = computed(() => {
    const isAtFields = fieldErrors.value.some(({ field }) => field in values);
    return error.value === null || isAtFields ? undefined : problemMessage(error.value);
  });

  return { submit, errorOf, failure, problem: error, isSending: isLoading, waitSeconds };
}

function focusFirstError(form: HTMLElement): void {
  form.querySelector<HTMLElement>('.v-input--error :is(input, textarea)')?.focus();
}
