import { useMutation } from '@pinia/colada';
import { computed, nextTick, ref, watch } from 'vue';
import { ApiProblem } from '../api/api-problem.ts';
import type { Fault } from '../common/fault.ts';
import { waitOf } from '../forms/problem-values.ts';
import { useCountdown } from './useCountdown.ts';
import { useFieldMessage, useProblemMessage } from './useProblemMessage.ts';

interface Rules {
  /** What can be told without asking the server. */
  readonly check?: () => readonly Fault[];
  /** Sends what was filled in. @throws ApiProblem */
  readonly send: () => Promise<unknown>;
}

/**
 * A form: what is wrong stands at its field until it is changed, the first such field is gone to, nothing is sent twice, and
 * after too many attempts it waits.
 *
 * @param values what is filled in, by the names that the fields have in the request's body
 */
export function useForm<Values extends object>(values: Values, { check = () => [], send }: Rules) {
  const sayField = useFieldMessage();
  const sayProblem = useProblemMessage();
  const { mutateAsync, isLoading, error, reset } = useMutation({ mutation: send });
  const { seconds: waitSeconds, start: wait } = useCountdown();
  const faults = ref<readonly Fault[]>([]);

  watch(
    () => ({ ...values }) as Record<string, unknown>,
    (now, before) => {
      faults.value = faults.value.filter(({ field }) => now[field] === before[field]);
    },
  );

  /** To be called with the submit event of the form element. */
  async function submit({ currentTarget }: Event): Promise<void> {
    if (isLoading.value || waitSeconds.value > 0) return;
    reset();
    faults.value = check();
    if (faults.value.length === 0) await mutateAsync().catch(take);
    await nextTick();
    if (faults.value.length > 0 && currentTarget instanceof HTMLElement) focusFault(currentTarget);
  }

  function take(failure: unknown): void {
    if (!(failure instanceof ApiProblem)) return;
    faults.value = failure.errors;
    wait(waitOf(failure) ?? 0);
  }

  function errorOf(field: keyof Values & string): string | undefined {
    const fault = faults.value.find((one) => one.field === field);
    return fault && sayField(fault);
  }

  /** What went wrong altogether; undefined where it is all said at the fields. */
  const failure = computed(() => {
    const isAtFields = faults.value.some(({ field }) => field in values);
    return error.value === null || isAtFields ? undefined : sayProblem(error.value);
  });

  return { submit, errorOf, failure, problem: error, isSending: isLoading, waitSeconds };
}

function focusFault(form: HTMLElement): void {
  form.querySelector<HTMLElement>('.v-input--error :is(input, textarea)')?.focus();
}
