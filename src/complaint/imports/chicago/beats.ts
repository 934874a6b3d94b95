export interface Beat {
  beat: string | null;
  district: string | null;
}

/**
 * A beat is four digits and begins with its police district, 01 to 25: `832.0` is 0832 in district 08. 3100 and 4100 stand
 * for places outside the city, so they give no district. 0 is what was written when no beat was known.
 * False: a cell that is no beat at all (`-713`, `17 1`, five digits).
 */
export function beatOf(cell: string): Beat | false {
  const digits = /^(\d{1,4})(?:[.]0)?$/.exec(cell.trim())?.[1];
  if (digits === undefined) return cell.trim() === '' ? { beat: null, district: null } : false;
  if (Number(digits) === 0) return { beat: null, district: null };
  const beat = digits.padStart(4, '0');
  const district = beat.slice(0, 2);
  return { beat, district: district >= '01' && district <= '25' ? district : null };
}
