import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../../src/settings/settings.js';

const ROOT = join(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');

type Names = Readonly<Record<string, string>>;
const texts = JSON.parse(readFileSync(join(ROOT, 'admin-ui/src/locales/en/audit.json'), 'utf8')) as {
  readonly action: Readonly<Record<string, Names>>;
  readonly kind: Names;
};

/** Actions whose names are put together. */
const COMPOSED = [
  ...['approved', 'suspended', 'pending'].map((status) => `users.${status}`),
  ...['approved', 'rejected'].map((status) => `section-requests.${status}`),
  ...['created', 'changed', 'deleted'].map((change) => `catalog.synonyms-${change}`),
  ...['created', 'changed', 'deleted'].map((change) => `saved-views.${change}`),
  ...['class-created', 'class-changed', 'class-deleted', 'rates-changed'].map((change) => `tax.${change}`),
  ...['done', 'reopened'].map((state) => `catalog.wish-${state}`),
  ...Object.keys(defaultSettings('INR')).map((key) => `settings.${key}-changed`),
];

const actionsInCode = (): string[] =>
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:action: |entry\()'([a-z-]+\.[a-z-]+)'/g),
    ])
    .map(([, action = '']) => action);

it('has words for every action of the audit log, and for no other', () => {
  const worded = Object.entries(texts.action).flatMap(([room, names]) =>
    Object.keys(names).map((name) => `${room}.${name}`),
  );
  expect(worded.toSorted()).toEqual([...new Set([...actionsInCode(), ...COMPOSED])].toSorted());
});

it('has words for every kind of subject', () => {
  const kinds = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(SRC, file), 'utf8').matchAll(/subject[:=] ?\{ type: '([a-z-]+)'/g),
    ])
    .map(([, kind = '']) => kind);
  expect(Object.keys(texts.kind)).toEqual(expect.arrayContaining([...new Set(kinds)]));
});
