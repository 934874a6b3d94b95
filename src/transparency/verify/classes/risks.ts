/**
 * What an attacker can hope for, class by class (El Emam et al. 2009), under ARX's names. A record is a row of a plain
 * table, or a unit where units have several rows; a class of n subjects puts each of its records at risk 1/n.
 */
export interface Risks {
  readonly records: number;
  readonly classes: number;
  readonly minClass: number;
  readonly maxClass: number;
  readonly avgClass: number;
  /** Mean risk of a record; the same as what a marketer who matches every record gets right. */
  readonly averageRisk: number;
  readonly marketerSuccess: number;
  readonly highestRisk: number;
  readonly lowestRisk: number;
  readonly prosecutorHighest: number;
  /** Share of records at a risk above 0.2. */
  readonly 'prosecutorAtRisk(0.2)': number;
  readonly fractionUnique: number;
}

const AT_RISK = 0.2;
const SLACK = 1e-12;

/** @param sizes class → subjects; @param records class → records; the same list when every record is a person */
export function risksOf(sizes: Int32Array, records: Int32Array = sizes): Risks {
  let [total, risk, atRisk, unique] = [0, 0, 0, 0];
  let [minClass, maxClass] = [Infinity, 0];
  for (let id = 0; id < sizes.length; id++) {
    const size = sizes[id]!;
    const many = records[id]!;
    total += many;
    risk += many / size;
    if (1 / size > AT_RISK + SLACK) atRisk += many;
    if (size === 1) unique += many;
    minClass = Math.min(minClass, size);
    maxClass = Math.max(maxClass, size);
  }
  const share = (part: number): number => (total === 0 ? 0 : part / total);
  const empty = sizes.length === 0;
  const highest = empty ? 0 : 1 / minClass;
  return {
    records: total,
    classes: sizes.length,
    minClass: empty ? 0 : minClass,
    maxClass,
    avgClass: empty ? 0 : total / sizes.length,
    averageRisk: share(risk),
    marketerSuccess: share(risk),
    highestRisk: highest,
    lowestRisk: empty ? 0 : 1 / maxClass,
    prosecutorHighest: highest,
    'prosecutorAtRisk(0.2)': share(atRisk),
    fractionUnique: share(unique),
  };
}
