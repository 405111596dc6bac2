import { useFormatters } from 'ui-common/composables/useFormatters';
import { useStore } from 'ui-common/composables/useStore';
import { readMoney } from 'ui-common/money/typed-money';
import { computed, reactive, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { overlappingFields } from '../../components/dialogs/conflict-row';
import type { Saved, SettingsKey } from './settings';
import { useSettingsChoices } from './useSettingsChoices';
import { draftErrors, SETTINGS_KINDS, type Draft, type SettingsKind } from './settings-kinds';

/** A field in which two drafts differ, in the user's language. */
interface Change {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Settings of a kind as typed, and what that changes. @param saved the settings as they were loaded last */
export function useSettingsDraft<Key extends SettingsKey>(key: Key, saved: () => Saved<Key>) {
  const kind = SETTINGS_KINDS[key] as unknown as SettingsKind<Saved<Key>['value']>;
  const { data: store } = useStore();
  const differences = useDifferences(key, kind);
  const digits = computed(() => store.value?.currencyDigits ?? 2);
  const typed = (settings: Saved<Key>): Draft => kind.draftOf(settings.value, digits.value);

  /** The settings that this edit is based on. */
  const seen = shallowRef(saved());
  const draft = reactive<Draft>(typed(saved()));
  const errors = computed(() => draftErrors(kind, draft, digits.value));
  const value = computed(() => kind.valueOf(draft, digits.value));
  /** The draft as it will be saved; as it was while it cannot be read. */
  const edited = computed(() =>
    errors.value.length > 0 ? typed(seen.value) : kind.draftOf(value.value, digits.value),
  );
  const changes = computed(() => differences(typed(seen.value), edited.value, digits.value));
  const isChanged = computed(() => errors.value.length > 0 || changes.value.length > 0);

  /** Shows settings instead of what has been typed. */
  function show(now: Saved<Key>): void {
    seen.value = now;
    Object.assign(draft, typed(now));
  }

  /** Bases the edit on newer settings: what it has not changed becomes theirs. */
  function rebase(now: Saved<Key>): void {
    const mine = new Set(changes.value.map(({ field }) => `value.${field}`));
    for (const [field, text] of Object.entries(typed(now))) if (!mine.has(field)) draft[field] = text;
    seen.value = now;
  }

  /** Returns true if newer settings have changed a field that this edit changes too. */
  const overlaps = (now: Saved<Key>): boolean =>
    overlappingFields(Object.keys(edited.value), typed(seen.value), edited.value, typed(now)).length > 0;
  const differencesFrom = (now: Saved<Key>): Change[] => differences(typed(now), edited.value, digits.value);

  // Newer settings replace those that no one has edited here.
  watch([saved, isChanged], ([now]) => {
    if (!isChanged.value && now.version > seen.value.version) show(now);
  });
  return { kind, draft, value, errors, changes, isChanged, seen, show, rebase, overlaps, differencesFrom };
}

/** Returns a function that lists the fields in which two drafts differ. */
function useDifferences(
  key: SettingsKey,
  { fields, isMoney, choices }: Pick<SettingsKind<never>, 'fields' | 'isMoney' | 'choices'>,
) {
  const { titleOf } = useSettingsChoices(key, { choices });
  const { t } = useI18n();
  const { money } = useFormatters();

  return (before: Draft, after: Draft, digits: number): Change[] => {
    const textOf = (field: string, typed = ''): string => {
      const title = titleOf(field, typed);
      if (title !== undefined) return title;
      if (typed === '') return t('settings.none');
      return isMoney ? money(readMoney(typed, digits) ?? 0) : typed;
    };
    return fields
      .filter((name) => before[`value.${name}`] !== after[`value.${name}`])
      .map((name) => ({
        field: name,
        before: textOf(name, before[`value.${name}`]),
        after: textOf(name, after[`value.${name}`]),
      }));
  };
}
