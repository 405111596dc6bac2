import { ApiProblem } from 'ui-common/api/api-problem';
import { useForm } from 'ui-common/composables/useForm';
import { useFormatters } from 'ui-common/composables/useFormatters';
import { useStore } from 'ui-common/composables/useStore';
import { useToasts } from 'ui-common/composables/useToasts';
import { readMoney } from 'ui-common/money/typed-money';
import { computed, reactive, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { overlappingFields } from '../../components/dialogs/conflict-row';
import { fetchSettings, useChangeSettings, type Saved, type SettingsKey } from './settings';
import { draftErrors, SETTINGS_KINDS, type Draft, type SettingsKind } from './settings-kinds';

/** A field that an edit changes, in the user's language. */
interface Change {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** The form of the settings of a kind. @param saved the settings as they were loaded last */
export function useSettingsForm<Key extends SettingsKey>(key: Key, saved: () => Saved<Key>) {
  type Value = Saved<Key>['value'];
  const kind = SETTINGS_KINDS[key] as unknown as SettingsKind<Value>;
  const { t } = useI18n();
  const { money } = useFormatters();
  const toasts = useToasts();
  const { data: store } = useStore();
  const digits = computed(() => store.value?.currencyDigits ?? 2);
  const { mutateAsync: change } = useChangeSettings(key);

  /** The settings that this edit is based on. */
  const seen = shallowRef(saved());
  const draft = reactive<Draft>(kind.draftOf(saved().value, digits.value));
  /** The settings as another admin has saved them in the meantime. */
  const theirs = shallowRef<Saved<Key>>();

  const errors = (): ReturnType<typeof draftErrors> => draftErrors(kind, draft, digits.value);
  /** The draft as it will be saved; as it was while it cannot be read. */
  const edited = computed(() =>
    kind.draftOf(errors().length > 0 ? seen.value.value : kind.valueOf(draft, digits.value), digits.value),
  );
  const changes = computed(() => changesBetween(kind.draftOf(seen.value.value, digits.value), edited.value));
  const isChanged = computed(() => errors().length > 0 || changes.value.length > 0);

  const form = useForm(draft, { check: errors, send: () => save(seen.value) });

  // Settings that were loaded again replace those that no one has edited here.
  watch([saved, isChanged], ([now]) => {
    if (!isChanged.value && now.version > seen.value.version) show(now);
  });

  function changesBetween(before: Draft, after: Draft): Change[] {
    return kind.fields
      .map((name) => ({ name, field: `value.${name}` }))
      .filter(({ field }) => before[field] !== after[field])
      .map(({ name, field }) => ({
        field: name,
        before: textOf(before[field]),
        after: textOf(after[field]),
      }));
  }

  /** Returns a typed value as others read it. */
  function textOf(typed = ''): string {
    if (typed === '') return t('settings.none');
    return kind.isMoney ? money(readMoney(typed, digits.value) ?? 0) : typed;
  }

  /** Shows settings instead of what has been typed. */
  function show(now: Saved<Key>): void {
    seen.value = now;
    theirs.value = undefined;
    Object.assign(draft, kind.draftOf(now.value, digits.value));
  }

  /** Bases the edit on newer settings: what it has not changed becomes theirs. */
  function rebase(now: Saved<Key>): void {
    const mine = new Set(changes.value.map(({ field }) => `value.${field}`));
    for (const [field, value] of Object.entries(kind.draftOf(now.value, digits.value)))
      if (!mine.has(field)) draft[field] = value;
    seen.value = now;
    theirs.value = undefined;
  }

  async function save({ version }: Saved<Key>): Promise<void> {
    try {
      show(await change({ version, value: kind.valueOf(draft, digits.value) } as Saved<Key>));
      toasts.show({ text: t('settings.saved') });
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.code !== 'request.stale-version') throw problem;
      const now = (await fetchSettings())[key];
      if (now.version === version) throw problem;
      if (overlaps(now)) {
        theirs.value = now;
        return;
      }
      // The other admin has changed what this edit has not: both are kept.
      rebase(now);
      await save(now);
    }
  }

  function overlaps(now: Saved<Key>): boolean {
    const [before, after] = [kind.draftOf(seen.value.value, digits.value), edited.value];
    const fields = Object.keys(before);
    return overlappingFields(fields, before, after, kind.draftOf(now.value, digits.value)).length > 0;
  }

  /** Fields in which this edit and the newer version differ. */
  const conflicts = computed(() => {
    if (theirs.value === undefined) return [];
    const mine = new Set(changes.value.map(({ field }) => field));
    const now = kind.draftOf(theirs.value.value, digits.value);
    return changesBetween(now, edited.value).map(({ field, before, after }) => ({
      field,
      theirs: before,
      mine: after,
      isMine: mine.has(field),
    }));
  });

  return { ...form, draft, kind, theirs, changes, conflicts, isChanged, show, rebase };
}
