/**
 * Codes that were given another meaning in the newer system, by the newer wording's letters: `05Q` was a third party's
 * civil suit before it was a display of a weapon. The charter lists the newer meaning under `/2`.
 */
const SECOND_MEANINGS: Readonly<Record<string, string>> = {
  '01C': 'SEXUALORIENTATION',
  '03G': 'IMPROPERSEARCHOFVEHICLE',
  '05A': 'EXCESSIVEFORCEONDUTYINJURY',
  '05B': 'EXCESSIVEFORCEONDUTYNOINJURY',
  '05C': 'EXCESSIVEFORCEOFFDUTYINJURY',
  '05D': 'EXCESSIVEFORCEOFFDUTYNOINJURY',
  '05F': 'EXCESSIVEFORCEUSEOFFIREARMONDUTYNOINJURY',
  '05H': 'EXCESSIVEFORCEUSEOFFIREARMOFFDUTYNOINJURY',
  '05K': 'DOMESTICALTERCATIONPHYSICALABUSE',
  '05L': 'DOMESTICINCIDENTNOTPHYSICAL',
  '05M': 'UNNECESSARYPHYSICALCONTACTONDUTYNOINJURY',
  '05N': 'UNNECESSARYPHYSICALCONTACTOFFDUTYNOINJURY',
  '05P': 'UNNECESSARYDISPLAYOFWEAPONONDUTY',
  '05Q': 'UNNECESSARYDISPLAYOFWEAPONOFFDUTY',
  '09A': 'ALTERCATIONDISTURBANCEOTHER',
  '10W': 'TRAFFICPURSUIT',
  '10Y': 'POLITICALACTIVITY',
};

/** The charter's code for a complaint code and its wording: `not_stated` when blank, `other` when the charter has none. */
export function categoryOf(code: string, wording: string, known: ReadonlySet<string>): string {
  const told = code.trim().toUpperCase();
  if (told === '') return 'not_stated';
  const second = SECOND_MEANINGS[told] === wording.toUpperCase().replace(/[^A-Z]/g, '');
  const category = second ? `${told}/2` : told;
  return known.has(category) ? category : 'other';
}
