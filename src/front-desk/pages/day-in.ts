import type { Language } from '../../platform/html/language.js';

/** A day (YYYY-MM-DD) as people of that language write it. */
export function dayIn(language: Language, day: string): string {
  const [locale, options] = [{ en: 'en-US', es: 'es-US' }[language], { dateStyle: 'long', timeZone: 'UTC' } as const];
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`));
}
