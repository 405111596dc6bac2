import { useEventListener } from '@vueuse/core';
import { readStored, writeStored } from 'ui-common/browser/storage';
import { readonly, ref } from 'vue';

/** How this device announces a new order. Everything is off until it is switched on here. */
export interface AlertSettings {
  readonly hasSound: boolean;
  readonly hasDesktopNotice: boolean;
}

const STORAGE_KEY = 'new-order-alerts';

/** Returns the stored settings; what is not stored as expected is off. */
export function readSettings(stored: unknown): AlertSettings {
  const settings: Record<string, unknown> = typeof stored === 'object' ? { ...stored } : {};
  return {
    hasSound: settings['hasSound'] === true,
    hasDesktopNotice: settings['hasDesktopNotice'] === true,
  };
}

const settings = ref(readSettings(readStored(STORAGE_KEY)));

/** The settings of this device, which its tabs share. */
export function useAlertSettings() {
  useEventListener(window, 'storage', ({ key }) => {
    if (key === STORAGE_KEY) settings.value = readSettings(readStored(STORAGE_KEY));
  });

  function change(changes: Partial<AlertSettings>): void {
    settings.value = { ...settings.value, ...changes };
    writeStored(STORAGE_KEY, settings.value);
  }

  return { settings: readonly(settings), change };
}
