/** A day as a letter in that language says it, e.g. 4 de marzo de 2026. */
export function dayInWords(isoDate: string, language: string): string {
  const day = new Date(`${isoDate}T00:00:00Z`);
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** A charter's code of a language need not be one that calendars know; such a letter says its days in figures. */
function localeOf(language: string): string {
  return (
    Intl.DateTimeFormat.supportedLocalesOf(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? [language] : [])[0] ??
    'en-CA'
  );
}
