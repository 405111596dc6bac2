import { onMounted } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { onWindow } from '../browser/window-events.ts';
import { SECOND_MS } from '../dates/durations.ts';
import { useToasts } from './useToasts.ts';

/** Whether the server is there is asked again after this time, and whenever the device is online again. */
const RETRY_MS = 5 * SECOND_MS;
const PROBE_TIMEOUT_MS = 3 * SECOND_MS;
/** A page that cannot be loaded twice within this time is not loaded a third time. */
const LOOP_MS = 30 * SECOND_MS;
const PRELOAD_DELAY_MS = 4 * SECOND_MS;

/** Storage key: the address and time of the last page that was reloaded. */
const RELOADED_KEY = 'reloaded';

/**
 * Recovers from code of a page that cannot be loaded: after an update of the server the files of the old version are gone, or the
 * device is offline. Reloads the page once the server is there, and says so until then.
 */
export function useLostPages(): void {
  const router = useRouter();
  const toasts = useToasts();
  const { t } = useI18n();
  const failed = new WeakSet<Error>();
  const navigations = new WeakSet<Error>();
  /** Code that was loaded ahead of its use. */
  const early = new WeakSet<Error>();
  let waiting = 0;

  onWindow(['vite:preloadError'], ({ payload }) => {
    failed.add(payload);
    // A navigation fails with the same error, and says where to.
    setTimeout(() => {
      if (!navigations.has(payload) && !early.has(payload)) void recover(location.href);
    });
  });
  router.onError((error: Error, to) => {
    if (!failed.has(error)) return;
    navigations.add(error);
    void recover(router.resolve(to.fullPath).href);
  });
  onWindow(['online'], () => {
    if (waiting !== 0) void toasts.shown.value?.action?.run();
  });
  onMounted(() =>
    setTimeout(() => void loadToast().catch((failure: Error) => early.add(failure)), PRELOAD_DELAY_MS),
  );

  async function recover(href: string): Promise<void> {
    clearTimeout(waiting);
    if ((await isServerThere()) && !hasJustReloaded(href)) return load(href);
    const run = (): void => void recover(href);
    toasts.show({
      text: t('common.page-lost'),
      tone: 'error',
      stays: true,
      action: { text: t('common.try-again'), run },
    });
    const { value: shown } = toasts.shown;
    waiting = window.setTimeout(() => {
      waiting = 0;
      // Closed by the person, who stays on this page.
      if (toasts.shown.value === shown) run();
    }, RETRY_MS);
  }
}

/** Loads the message that the device is offline, while it is not. */
function loadToast(): Promise<unknown> {
  return import('../components/AppToast.vue');
}

async function isServerThere(): Promise<boolean> {
  try {
    await fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    return true;
  } catch {
    return false;
  }
}

function hasJustReloaded(href: string): boolean {
  const [before, at] = sessionStorage.getItem(RELOADED_KEY)?.split(' ') ?? [];
  return before === href && Date.now() - Number(at) < LOOP_MS;
}

function load(href: string): void {
  sessionStorage.setItem(RELOADED_KEY, `${href} ${Date.now()}`);
  location.assign(href);
}
