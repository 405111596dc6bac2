import { expect, it, vi } from 'vitest';
import { draftOfTexts, saveTexts, typedTexts } from './texts';

it('shows texts in a form and reads them back', () => {
  const texts = { name: 'टमाटर', description: 'लाल', otherNames: ['tamatar', 'tamaatar'] };
  expect(draftOfTexts(texts)).toEqual({
    name: 'टमाटर',
    description: 'लाल',
    otherNames: 'tamatar, tamaatar',
  });
  expect(typedTexts(draftOfTexts(texts))).toEqual(texts);
  expect(typedTexts({ name: ' दूध ', description: ' ', otherNames: ' , ;' })).toEqual({ name: 'दूध' });
  expect(typedTexts(draftOfTexts(undefined))).toEqual({});
});

it('saves on the current version if only other fields have changed, and else on the one that was seen', async () => {
  const seen = { version: 1, texts: { hi: { name: 'दूध' } } };
  const put = vi.fn(() => Promise.resolve());
  const renamed = { ...seen, version: 2 };
  await saveTexts(seen, 'hi', { name: 'ताज़ा दूध' }, { fetch: () => Promise.resolve(renamed), put });
  expect(put).toHaveBeenLastCalledWith(renamed, 'hi', { name: 'ताज़ा दूध' });
  const translated = { version: 2, texts: { hi: { name: 'टोंड दूध' } } };
  await saveTexts(seen, 'hi', { name: 'ताज़ा दूध' }, { fetch: () => Promise.resolve(translated), put });
  expect(put).toHaveBeenLastCalledWith(seen, 'hi', { name: 'ताज़ा दूध' });
});
