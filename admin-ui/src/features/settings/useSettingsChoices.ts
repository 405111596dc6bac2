import { usePlaces } from 'ui-common/composables/usePlaces';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useTaxClasses } from '../taxes/tax-classes';
import type { SettingsKey } from './settings';
import { GST_STATES, TAX_CLASSES, type SettingsKind } from './settings-kinds';

interface Choice {
  readonly value: string;
  readonly title: string;
}

/** Returns what can be chosen for the fields of settings, in the user's language. An empty value is none. */
export function useSettingsChoices(key: SettingsKey, { choices }: Pick<SettingsKind<never>, 'choices'>) {
  const { t } = useI18n();
  const { states } = usePlaces();
  // Other settings name no classes.
  const classes = Object.values(choices).includes(TAX_CLASSES) ? useTaxClasses().data : undefined;
  const offered = (values: typeof TAX_CLASSES | typeof GST_STATES): Choice[] =>
    values === GST_STATES
      ? states.value
      : (classes?.value?.items ?? []).map(({ id, name }) => ({ value: id, title: name }));
  const byField = computed(() =>
    Object.fromEntries(
      Object.entries(choices).map(([field, values]): [string, Choice[]] => [
        field,
        typeof values === 'string'
          ? [{ value: '', title: t(`settings.${key}.without.${field}`) }, ...offered(values)]
          : values.map((value) => ({ value, title: t(`settings.${key}.choice.${field}.${value}`) })),
      ]),
    ),
  );

  return {
    /** Undefined for a field that is typed. */
    choicesOf: (field: string): readonly Choice[] | undefined => byField.value[field],
    /** Returns a value in words; undefined for one that is typed. */
    titleOf: (field: string, value: string): string | undefined =>
      byField.value[field]?.find((choice) => choice.value === value)?.title,
  };
}
