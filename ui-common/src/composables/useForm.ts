import { useMutation } from '@pinia/colada';
import { computed, nextTick, ref, watch } from 'vue';
import { ApiProblem } from '../api/api-problem.ts';
import type { Fault } from '../common/fault.ts';
import { waitOf } from '../forms/problem-values.ts';
import { useCountdown } from './useCountdown.ts';
import { useFieldMessage, useProblemMessage } from './useProblemMessage.ts';

interface FormOptions {
  /** Validates the input without a request. */
  readonly check?: () => readonly Fault[];
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
  const faults = ref<readonly Fault[]>([]);

  watch(
    () => ({ ...values }) as Record<string, unknown>,
    (now, before) => {
      faults.value = faults.value.filter(({ field }) => now[field] === before[field]);
    },
  );

  /** Handles the submit event of the form element. */
  async function submit({ currentTarget }: Event): Promise<void> {
    if (isLoading.value || waitSeconds.value > 0) return;
    reset();
    faults.value = check();
    if (faults.value.length === 0) await mutateAsync().catch(handleFailure);
    await nextTick();
    if (faults.value.length > 0 && currentTarget instanceof HTMLElement) focusFirstFault(currentTarget);
  }

  function handleFailure(failure: unknown): void {
    if (!(failure instanceof ApiProblem)) return;
    faults.value = failure.errors;
    wait(waitOf(failure) ?? 0);
  }

  function errorOf(field: keyof Values & string): string | undefined {
    const fault = faults.value.find((candidate) => candidate.field === field);
    return fault && fieldMessage(fault);
  }

  /** Message for the whole form; undefined if all errors are shown at their fields. */
  const failure = computed(() => {
    const isAtFields = faults.value.some(({ field }) => field in values);
    return error.value === null || isAtFields ? undefined : problemMessage(error.value);
  });

  return { submit, errorOf, failure, problem: error, isSending: isLoading, waitSeconds };
}

function focusFirstFault(form: HTMLElement): void {
  form.querySelector<HTMLElement>('.v-input--error :is(input, textarea)')?.focus();
}
