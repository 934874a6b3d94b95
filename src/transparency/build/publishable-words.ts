import { LIST_SEPARATOR } from '../datasets/release-spec.js';
import { safeCell } from '../rules/csv-line.js';
import type { MatterPlan } from './release-plan.js';

const OTHER = 'other';
/** A list longer than this reads `several`: a cell must not be long enough to tell a story. */
const LONGEST_LIST = 150;
const SEVERAL = 'several';

/** The items of a cell: one, or those of a list. */
export function itemsOf({ list }: Pick<MatterPlan, 'list'>, word: string): readonly string[] {
  return list ? word.split(LIST_SEPARATOR) : [word];
}

/** Word of the source → word of the file. @param isCommon whether as many units use an item as must share a signature */
export function publishableWord(plan: MatterPlan, word: string, isCommon: (item: string) => boolean): string {
  const shown = itemsOf(plan, word).map((item) =>
    item === '' || item === plan.missing || plan.known.has(item) || isPublic(plan, item, isCommon)
      ? safeCell(item)
      : OTHER,
  );
  if (!plan.list) return shown[0] ?? '';
  const cell = [...new Set(shown)].sort().join(LIST_SEPARATOR);
  return cell.length > LONGEST_LIST ? SEVERAL : cell;
}

function isPublic({ unknown }: MatterPlan, item: string, isCommon: (item: string) => boolean): boolean {
  return unknown === 'as-it-is' || (unknown === 'if-common' && isCommon(item));
}
