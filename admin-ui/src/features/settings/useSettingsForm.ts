import { ApiProblem } from 'ui-common/api/api-problem';
import { useForm } from 'ui-common/composables/useForm';
import { useToasts } from 'ui-common/composables/useToasts';
import { computed, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { fetchSettings, useChangeSettings, type Saved, type SettingsKey } from './settings';
import { useSettingsDraft } from './useSettingsDraft';

/** The form of the settings of a kind. @param saved the settings as they were loaded last */
export function useSettingsForm<Key extends SettingsKey>(key: Key, saved: () => Saved<Key>) {
  const { t } = useI18n();
  const toasts = useToasts();
  const { mutateAsync: change } = useChangeSettings(key);
  const { kind, draft, value, errors, changes, isChanged, seen, ...edit } = useSettingsDraft(key, saved);
  /** The settings as another admin has saved them in the meantime. */
  const theirs = shallowRef<Saved<Key>>();
  const form = useForm(draft, { check: () => errors.value, send: () => save(seen.value.version) });

  async function save(version: number): Promise<void> {
    try {
      show(await change({ version, value: value.value } as Saved<Key>));
      toasts.show({ text: t('settings.saved') });
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.code !== 'request.stale-version') throw problem;
      const now = (await fetchSettings())[key];
      if (now.version === version) throw problem;
      if (edit.overlaps(now)) {
        theirs.value = now;
        return;
      }
      // The other admin has changed what this edit has not: both are kept.
      edit.rebase(now);
      await save(now.version);
    }
  }

  function show(now: Saved<Key>): void {
    theirs.value = undefined;
    edit.show(now);
  }

  function rebase(now: Saved<Key>): void {
    theirs.value = undefined;
    edit.rebase(now);
  }

  /** Fields in which this edit and the newer version differ. */
  const conflicts = computed(() => {
    if (theirs.value === undefined) return [];
    const mine = new Set(changes.value.map(({ field }) => field));
    return edit
      .differencesFrom(theirs.value)
      .map(({ field, before, after }) => ({ field, theirs: before, mine: after, isMine: mine.has(field) }));
  });

  return { ...form, draft, kind, theirs, changes, conflicts, isChanged, show, rebase };
}
