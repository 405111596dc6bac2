import { ref, type Ref } from 'vue';
import { ask, type Answer } from '../api/ask';
import type { paths } from '../api/schema';

interface Asked<Body> {
  readonly answer: Ref<Body | undefined>;
  readonly failed: Ref<boolean>;
  /** Asks once more, after a failure. */
  readonly retry: () => Promise<void>;
}

/** Asks the API at once. While there is neither an answer nor a failure, it is on its way. */
export function useAnswer<Path extends keyof paths & string>(path: Path): Asked<Answer<Path>> {
  const answer = ref<Answer<Path>>() as Ref<Answer<Path> | undefined>;
  const failed = ref(false);

  async function retry(): Promise<void> {
    failed.value = false;
    try {
      answer.value = await ask(path);
    } catch {
      failed.value = true;
    }
  }

  void retry();
  return { answer, failed, retry };
}
