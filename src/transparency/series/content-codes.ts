/**
 * Codes for `SeriesUnits.content` beside a ledger whose content codes are its units' positions: equal exactly where the unit
 * shows what it showed. @param shown position → hash of what was published, null where nothing is known of it any more
 * @param recorded unit → hash of what the record would show
 */
export function contentCodes(shown: readonly (string | null)[], recorded: readonly string[]): Int32Array {
  return Int32Array.from(recorded, (hash, unit) => (shown[unit] === hash ? unit : recorded.length + unit));
}
