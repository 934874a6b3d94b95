const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const ORDINALS = [
  ...[
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
  ],
  ...['thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth'],
  ...[
    'twenty-first',
    'twenty-second',
    'twenty-third',
    'twenty-fourth',
    'twenty-fifth',
    'twenty-sixth',
    'twenty-seventh',
  ],
  ...['twenty-eighth', 'twenty-ninth', 'thirtieth', 'thirty-first'],
];
const IN_WORDS = [...ORDINALS].reverse().join('|').replaceAll('-', '[- ]');
const DAY = String.raw`(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|(?:${IN_WORDS})(?!\p{L}))`;
const YEAR = String.raw`(?:\d{4}|'?\d{2})`;

/** A day as people write it; the year may be left out where the month is a word. */
const FORMS: readonly RegExp[] = [
  /(?<!\d)(?<y>(?:19|20)\d{2})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)/gu,
  /(?<![\d/.-])(?<m>\d{1,2})(?<gap>[-/.])(?<d>\d{1,2})\k<gap>(?<y>\d{4}|\d{2})(?![\d/-])/gu,
  new RegExp(String.raw`(?<!\p{L})(?<m>${MONTH})\s*(?<d>${DAY})(?![\d:]|\s*%)(?:,?\s+(?<y>${YEAR})(?!\d|:\d))?`, 'gu'),
  new RegExp(
    String.raw`(?<![\p{L}\d])(?:the\s+)?(?<d>${DAY})\s+(?:of\s+)?(?<m>${MONTH})(?!\p{L})(?:,?\s+(?<y>${YEAR})(?!\d|:\d))?`,
    'gu',
  ),
  /(?<!\d)(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)/gu,
];

export interface WrittenDay {
  readonly start: number;
  readonly end: number;
  /** MM-DD as it may be read; `04/05` is two days */
  readonly days: readonly string[];
  /** Two last digits; null when no year is written */
  readonly year: string | null;
}

/** Every day that is written out in a text in small letters; impossible ones (31/31/2020) are none. */
export function writtenDays(lower: string): WrittenDay[] {
  return FORMS.flatMap((form) =>
    [...lower.matchAll(form)].flatMap((match): WrittenDay[] => {
      const { y, m = '', d = '' } = match.groups ?? {};
      const named = MONTHS.indexOf(m.slice(0, 3)) + 1;
      const inWords = ORDINALS.indexOf(d.replace(' ', '-')) + 1;
      const [month, day] = [named || Number(m), inWords || parseInt(d, 10)];
      const days = [dayOf(month, day), ...(named ? [] : [dayOf(day, month)])].filter((each) => each !== null);
      if (days.length === 0) return [];
      return [{ start: match.index, end: match.index + match[0].length, days, year: y?.slice(-2) ?? null }];
    }),
  );
}

function dayOf(month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
