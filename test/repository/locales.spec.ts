import { faultsOfLocales } from '../../scripts/lib/i18n/locales.mjs';

/** What the check says of a component with this template, where the texts are these. */
function faultsOf(
  template: string,
  { en, hi = en }: { en: Record<string, string>; hi?: Record<string, string> },
): string[] {
  const languages = { en: new Map(Object.entries(en)), hi: new Map(Object.entries(hi)) };
  const text =
    '<script setup lang="ts">\nconst key = `problems.${code}`;\n</script>\n<template>' +
    template +
    '</template>';
  return faultsOfLocales({ languages, sources: [{ file: 'Card.vue', text }] });
}

describe('the texts of a front end', () => {
  it('may be asked for in templates, attributes and scripts', () => {
    const template = `<p :title="$t('card.name')">{{ sold ? $t('card.sold') : $t('card.left', { n: 1 }) }}</p>`;
    const en = { 'card.name': 'Name', 'card.sold': 'Sold out', 'card.left': '{n} left' };
    expect(faultsOf(template, { en })).toEqual([]);
  });

  it('are missing where nothing has their key', () => {
    expect(faultsOf(`{{ $t('card.name') }}`, { en: {} })).toEqual([`Card.vue:4 'card.name' is no text.`]);
  });

  it('are left over where nobody asks for them', () => {
    expect(faultsOf('<p />', { en: { 'card.name': 'Name' } })).toEqual(['card.name is used nowhere.']);
  });

  it('are there in each language', () => {
    expect(faultsOf(`{{ $t('card.name') }}`, { en: { 'card.name': 'Name' }, hi: {} })).toEqual([
      'card.name is missing in hi.',
    ]);
  });

  it('have the same placeholders in each language', () => {
    const en = { 'card.left': '{n} of {all}' };
    const hi = { 'card.left': '{m} में से {n}' };
    expect(faultsOf(`{{ $t('card.left', { n: 1, all: 2 }) }}`, { en, hi })).toEqual([
      'card.left has different placeholders: all, n in en; m, n in hi.',
    ]);
  });

  it('may be chosen among those that begin alike', () => {
    const en = { 'units.kg': 'kg', 'units.g': 'g', 'other.kg': 'kg' };
    expect(faultsOf('{{ $t(`units.${unit}`) }}', { en })).toEqual(['other.kg is used nowhere.']);
  });

  it('may be kept in a constant', () => {
    expect(faultsOf('{{ $t(key) }}', { en: { 'problems.unknown': 'Sorry.' } })).toEqual([]);
  });

  it.each(['{{ $t(unit) }}', '{{ $t(`${unit}.kg`) }}', "{{ $t('units.' + unit) }}"])(
    'cannot be told from %s',
    (template) => {
      expect(faultsOf(template, { en: {} })).toEqual([expect.stringContaining('no key that can be checked')]);
    },
  );
});
