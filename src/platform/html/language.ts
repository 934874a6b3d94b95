/** The languages that the pages for people are written in; the first is the one for whom no other is known. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each is called in itself: who looks for it may read no other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

/**
 * What was chosen on the page (`?lang=`, a field of a form), or else what the browser says that its reader prefers
 * (Accept-Language), read for this one answer and kept nowhere.
 */
export function languageOf(chosen: unknown, accepted = ''): Language {
  return known(chosen) ?? firstOf(accepted) ?? LANGUAGES[0];
}

function known(tag: unknown): Language | undefined {
  return LANGUAGES.find((language) => language === tag);
}

function firstOf(accepted: string): Language | undefined {
  const wishes = accepted.slice(0, 200).split(',').map(wish);
  const byWeight = wishes.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
  return byWeight.map(({ tag }) => known(tag)).find((language) => language !== undefined);
}

function wish(part: string): { tag: string; weight: number } {
  const [tag = '', quality] = part.replaceAll(/\s/g, '').toLowerCase().split(';q=');
  return { tag: tag.split('-')[0] ?? '', weight: quality === undefined ? 1 : Number(quality) || 0 };
}
