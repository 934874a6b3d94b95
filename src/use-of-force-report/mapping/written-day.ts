const TOKENS: Readonly<Record<string, string>> = {
  YYYY: String.raw`(?<year>\d{4})`,
  MM: String.raw`(?<month>\d\d)`,
  DD: String.raw`(?<day>\d\d)`,
  M: String.raw`(?<month>\d\d?)`,
  D: String.raw`(?<day>\d\d?)`,
};
const TOKEN = /YYYY|MM|DD|M|D/g;

/** Whether a day can be read from it: year, month and day once each. */
export function isDayFormat(format: string): boolean {
  const tokens = (format.match(TOKEN) ?? []).map((token) => token[0]).sort();
  return tokens.join('') === 'DMY' && format.length <= 20;
}

const known = new Map<string, RegExp>();

/** A day that is written so, as YYYY-MM-DD; what follows a space or a T (a time of day) is not looked at. Null: it is none. */
export function writtenDay(cell: string, format: string): string | null {
  const pattern = known.get(format) ?? patternOf(format);
  known.set(format, pattern);
  const { year, month = '', day = '' } = pattern.exec(cell.trim())?.groups ?? {};
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function patternOf(format: string): RegExp {
  let at = 0;
  let pattern = '';
  for (const { 0: token, index } of format.matchAll(TOKEN)) {
    pattern += escaped(format.slice(at, index)) + (TOKENS[token] ?? '');
    at = index + token.length;
  }
  return new RegExp(`^${pattern}${escaped(format.slice(at))}(?:[ T].*)?$`);
}

function escaped(text: string): string {
  return text.replace(/[^\w\s]/g, String.raw`\$&`);
}
