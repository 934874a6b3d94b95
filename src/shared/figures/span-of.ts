/** A stretch of time that a released word means, in months as `monthNumber` counts them. */
export interface Span {
  word: string;
  from: number;
  length: number;
}

/** The months that a word of a release means; null: it tells no time. */
export function spanOf(word: string): Span | null {
  const [, year, rest = '', last] = /^(\d{4})(-\d\d|-Q\d|-H\d|-unknown)?(?:-(\d{4}))?$/.exec(word) ?? [];
  if (year === undefined) return null;
  const from = Number(year) * 12;
  if (last !== undefined) return { word, from, length: (Number(last) - Number(year) + 1) * 12 };
  const part = Number(rest.slice(2));
  if (rest.startsWith('-Q')) return { word, from: from + (part - 1) * 3, length: 3 };
  if (rest.startsWith('-H')) return { word, from: from + (part - 1) * 6, length: 6 };
  if (/^-\d\d$/.test(rest)) return { word, from: from + Number(rest.slice(1)) - 1, length: 1 };
  return { word, from, length: 12 };
}
