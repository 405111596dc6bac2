import { onMounted } from 'vue';
import { useI18n } from 'vue-i18n';
import { useToasts } from 'ui-common/composables/useToasts';
import { SECOND_MS } from 'ui-common/dates/durations';

/** Installs the service worker when the browser is idle, and offers new versions of the shop. */
export function useAppUpdates(): void {
  const { t } = useI18n();
  const toasts = useToasts();

  async function install(): Promise<void> {
    const { installServiceWorker } = await import('../offline/app-updates');
    installServiceWorker((update) => {
      const action = { text: t('updates.reload'), run: update };
      toasts.show({ text: t('updates.new'), stays: true, action });
    });
  }

  onMounted(() => {
    if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
    const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2 * SECOND_MS));
    whenIdle(() => void install());
  });
}
