const SHORT: Readonly<Record<string, string>> = {
  st: 'street',
  str: 'street',
  ave: 'avenue',
  av: 'avenue',
  blvd: 'boulevard',
  rd: 'road',
  dr: 'drive',
  ln: 'lane',
  ct: 'court',
  pl: 'place',
  ter: 'terrace',
  terr: 'terrace',
  pkwy: 'parkway',
  hwy: 'highway',
  cir: 'circle',
  sq: 'square',
  aly: 'alley',
  trl: 'trail',
  expy: 'expressway',
  plz: 'plaza',
  apt: 'apartment',
  ste: 'suite',
  bldg: 'building',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  nw: 'northwest',
  ne: 'northeast',
  sw: 'southwest',
  se: 'southeast',
  mt: 'mount',
  ft: 'fort',
};

/** Kinds of streets and what stands beside them, after the Postal Service's Publication 28. */
export const STREET_TYPES = [
  ...[
    'street',
    'avenue',
    'boulevard',
    'road',
    'drive',
    'lane',
    'court',
    'place',
    'terrace',
    'parkway',
    'highway',
    'circle',
  ],
  ...[
    'square',
    'alley',
    'trail',
    'expressway',
    'plaza',
    'way',
    'row',
    'walk',
    'loop',
    'pike',
    'parade',
    'crescent',
    'mews',
  ],
] as const;

export const STREET_WORDS: ReadonlySet<string> = new Set([
  ...STREET_TYPES,
  ...Object.keys(SHORT),
  ...Object.values(SHORT),
  ...[
    'city',
    'town',
    'county',
    'floor',
    'unit',
    'room',
    'corner',
    'block',
    'near',
    'across',
    'opposite',
    'outside',
    'inside',
  ],
]);

/** The short forms of street types, for patterns. */
export const SHORT_STREET_TYPES = Object.keys(SHORT).filter((short) =>
  STREET_TYPES.some((type) => SHORT[short] === type),
);

export function plainStreetWord(lower: string): string {
  return SHORT[lower] ?? lower;
}
