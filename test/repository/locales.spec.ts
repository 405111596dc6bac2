import { localeErrors } from '../../scripts/lib/i18n/locales.mjs';

/** Returns the errors that the check finds in a component with this template and these texts. */
function faultsOf(
  template: string,
  { en, hi = en }: { en: Record<string, string>; hi?: Record<string, string> },
): string[] {
  const languages = { en: new Map(Object.entries(en)), hi: new Map(Object.entries(hi)) };
  const text =
    '<script setup lang="ts">\nconst key = `problems.${code}`;\n</script>\n<template>' +
    template +
    '</template>';
  return localeErrors({ languages, sources: [{ file: 'Card.vue', text }] });
}

describe('the locale check', () => {
  it('recognizes keys in templates, attributes and scripts', () => {
    const template = `<p :title="$t('card.name')">{{ sold ? $t('card.sold') : $t('card.left', { n: 1 }) }}</p>`;
    const en = { 'card.name': 'Name', 'card.sold': 'Sold out', 'card.left': '{n} left' };
    expect(faultsOf(template, { en })).toEqual([]);
  });

  it('reports a key without a text', () => {
    expect(faultsOf(`{{ $t('card.name') }}`, { en: {} })).toEqual([
      `Card.vue:4 'card.name' is not a known key.`,
    ]);
  });

  it('reports an unused text', () => {
    expect(faultsOf('<p />', { en: { 'card.name': 'Name' } })).toEqual(['card.name is unused.']);
  });

  it('reports a text that is missing in a language', () => {
    expect(faultsOf(`{{ $t('card.name') }}`, { en: { 'card.name': 'Name' }, hi: {} })).toEqual([
      'card.name is missing in hi.',
    ]);
  });

  it('reports placeholders that differ between languages', () => {
    const en = { 'card.left': '{n} of {all}' };
    const hi = { 'card.left': '{m} में से {n}' };
    expect(faultsOf(`{{ $t('card.left', { n: 1, all: 2 }) }}`, { en, hi })).toEqual([
      'card.left has different placeholders: all, n in en; m, n in hi.',
    ]);
  });

  it('counts every text with the prefix of a template literal as used', () => {
    const en = { 'units.kg': 'kg', 'units.g': 'g', 'other.kg': 'kg' };
    expect(faultsOf('{{ $t(`units.${unit}`) }}', { en })).toEqual(['other.kg is unused.']);
  });

  it('recognizes a key in a constant', () => {
    expect(faultsOf('{{ $t(key) }}', { en: { 'problems.unknown': 'Sorry.' } })).toEqual([]);
  });

  it.each(['{{ $t(unit) }}', '{{ $t(`${unit}.kg`) }}', "{{ $t('units.' + unit) }}"])(
    'reports %s as a key that cannot be checked',
    (template) => {
      expect(faultsOf(template, { en: {} })).toEqual([expect.stringContaining('cannot be checked')]);
    },
  );
});
