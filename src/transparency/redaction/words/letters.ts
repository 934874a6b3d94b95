/** Letters that Unicode's compatibility decomposition leaves as they are, as the plain letters they are read as. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  ŋ: 'ng',
  ə: 'e',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
};

/** Cyrillic and Greek letters that look like Latin ones (after Unicode TS 39): a name typed with them reads the same. */
const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['АВЕЅІЈКМНОРСТУХ', 'ABESIJKMHOPCTYX'],
    ['авеѕіјкмнорстух', 'abesijkmhopctyx'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['ανοικρτυχ', 'avoikptyx'],
  ].flatMap(([theirs = '', ours = '']) => [...theirs].map((letter, at) => [letter, ours[at] ?? letter])),
);

const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** The plain form of one character: no accents, no width, no invisible marks; as many characters as it takes, or none. */
export function plainLetter(letter: string): string {
  let plain = '';
  for (const part of PLAIN[letter] ?? letter.normalize('NFKD')) {
    if (!INVISIBLE.test(part)) plain += PLAIN[part] ?? ALIKE[part] ?? part;
  }
  return plain;
}
