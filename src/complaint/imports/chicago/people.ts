const RACES: Readonly<Record<string, string>> = {
  'ASIAN/PACIFIC ISLANDER': 'asian_pacific_islander',
  BLACK: 'black',
  HISPANIC: 'hispanic',
  'NATIVE AMERICAN/ALASKAN NATIVE': 'native_american',
  WHITE: 'white',
};
const GENDERS: Readonly<Record<string, string>> = { FEMALE: 'female', MALE: 'male' };

/** The charter's code; null when blank or unknown to us. */
export function raceOf(cell: string): string | null {
  return RACES[cell.trim().toUpperCase()] ?? null;
}

export function genderOf(cell: string): string | null {
  return GENDERS[cell.trim().toUpperCase()] ?? null;
}

/** `INJURED, REFUSED MEDICAL AID` and `DECEASED` are injured; `UNKNOWN` and a blank are null. */
export function injuredOf(cell: string): boolean | null {
  const told = cell.trim().toUpperCase();
  if (/^(INJURED|DECEASED)/.test(told)) return true;
  return told.startsWith('NO VISIBLE INJURY') ? false : null;
}

/** Nobody in these records was born before 1850 or after them: `985.0` and `1085.0` are slips of the pen. */
export function birthYearOf(year: number | null): number | null {
  return year !== null && year >= 1850 && year <= 2030 ? year : null;
}
