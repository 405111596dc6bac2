import type { Schema } from 'ui-common/api/client';
import type { Language } from 'ui-common/api/languages';

/** Texts of a product or a section in one language. Those of sections have no other names. */
export type Texts = Schema<'ProductTextView'>;

/** A product or a section. */
interface Described {
  readonly version: number;
  readonly texts: Partial<Record<Language, Texts>>;
}

/** How the texts of a product or a section are read and saved. */
export interface TextsStore<Of extends Described> {
  readonly fetch: () => Promise<Of>;
  /** @throws ApiProblem `request.stale-version` if another version is current */
  readonly put: (of: Of, language: Language, texts: Texts) => Promise<unknown>;
}

/** Texts as typed. */
export interface TextsDraft {
  name: string;
  description: string;
  /** Separated by commas. */
  otherNames: string;
}

export function draftOfTexts({ name = '', description = '', otherNames = [] }: Texts = {}): TextsDraft {
  return { name, description, otherNames: otherNames.join(', ') };
}

/** Returns the typed texts. Blank ones are left out. */
export function typedTexts({ name, description, otherNames }: TextsDraft): Texts {
  const names = otherNames
    .split(/[,;]/)
    .map((typed) => typed.trim())
    .filter((typed) => typed !== '');
  return {
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
    ...(names.length === 0 ? {} : { otherNames: names }),
  };
}

/**
 * Saves the texts of one language. Changes of other fields in the meantime are no conflict.
 *
 * @param seen as it was when the user began
 * @throws ApiProblem `request.stale-version` if another user has changed these texts
 */
export async function saveTexts<Of extends Described>(
  seen: Of,
  language: Language,
  texts: Texts,
  { fetch, put }: TextsStore<Of>,
): Promise<void> {
  const now = await fetch();
  const isSame = JSON.stringify(now.texts[language]) === JSON.stringify(seen.texts[language]);
  await put(isSame ? now : seen, language, texts);
}
