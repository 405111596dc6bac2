import { mdiCellphone, mdiLaptop, mdiTablet } from '@mdi/js';
import { useI18n } from 'vue-i18n';
import { deviceOf, type Device } from '../browser/device.ts';

const ICONS: Readonly<Record<Device['kind'], string>> = {
  phone: mdiCellphone,
  tablet: mdiTablet,
  computer: mdiLaptop,
};

/** Returns a function that describes the device of a session: a name such as "Firefox on Android" and an icon. */
export function useDevice() {
  const { t } = useI18n();

  /** @param userAgent User-Agent header of the session */
  return (userAgent: string): { readonly name: string; readonly icon: string } => {
    const { browser, system, kind } = deviceOf(userAgent);
    const name =
      browser === undefined || system === undefined
        ? (browser ?? system ?? t('common.some-device'))
        : t('common.device', { browser, system });
    return { name, icon: ICONS[kind] };
  };
}
