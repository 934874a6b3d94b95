import type { GroupCounts } from './group-counts.js';
import { protectCounts, remainder } from './protected-counts.js';
import type { ColumnSuppression, CountRange, GroupSuppression } from './report-figures.js';
import type { ReportTotals } from './report-totals.js';
import { UNKNOWN_WORD } from './report-texts.js';

export type Lines = Pick<ColumnSuppression, 'step' | 'groups' | 'other'>;

interface Side {
  readonly k: number;
  readonly labels: readonly string[];
  readonly totals: ReportTotals;
  /** Whether the groups' counts add up to no more than the units, or than the rows. */
  readonly most: 'units' | 'rows';
}

/** The file shows the groups: how many show each is public. The open group is the smallest that it shows to k or more. */
export function shownGroups({ published, suppressed }: GroupCounts, side: Side): Lines | null {
  const { k, labels, totals } = side;
  const shown = labels.flatMap((_, group) => (published[group]! >= k ? [group] : []));
  const open = shown.reduce((least, group) => (published[group]! < published[least]! ? group : least), shown[0] ?? -1);
  if (open < 0 && totals.suppressed.units > 0) return null;
  const secret = { k, counts: suppressed, open, isShown: (group: number) => published[group]! >= k };
  const told = protectCounts({ ...secret, total: totals.suppressed.subjects, most: totals.suppressed[side.most] });
  if (told === null) return null;
  const overall = shareOf(totals.suppressed.subjects, totals.published.subjects);
  const line = (label: string, count: number, range: CountRange): GroupSuppression => {
    const input = { least: count + range.least, most: count + range.most };
    const share = { least: shareOf(range.least, count), most: shareOf(range.most, count) };
    return lineOf({ label, published: count, input, suppressed: range }, share, overall);
  };
  const groups = told.named.map((group, at) => line(labels[group]!, published[group]!, told.ranges[at]!));
  const inFile = told.other.filter((group) => published[group]! > 0);
  const together = inFile.reduce((sum, group) => sum + published[group]!, 0);
  const other = { ...line('', together, told.otherRange), labels: inFile.map((group) => labels[group]!) };
  return { step: told.step, groups: hardestFirst(groups), other };
}

/**
 * The file does not show the column, so how many there are of a group is as secret as how many were left out: both are
 * told in steps. The open group is the one that stands for no known value, or the last.
 */
export function hiddenGroups({ suppressed, all }: GroupCounts, side: Side): Lines | null {
  const { k, labels, totals } = side;
  if (labels.length < 2) return null;
  const unknown = labels.indexOf(UNKNOWN_WORD);
  const secret = { k, open: unknown < 0 ? labels.length - 1 : unknown, isShown: () => false };
  const { input, suppressed: out } = totals;
  const told = protectCounts({ ...secret, counts: suppressed, total: out.subjects, most: out[side.most] });
  const there = protectCounts({ ...secret, counts: all, total: input.subjects, most: input[side.most] });
  if (told === null || there === null || out.subjects === 0) return null;
  const overall = shareOf(out.subjects, totals.published.subjects);
  const line = (label: string, range: CountRange, of: CountRange): GroupSuppression => {
    const input = { least: Math.max(of.least, range.least), most: of.most };
    const share = { least: range.least / input.most, most: Math.min(1, range.most / Math.max(1, input.least)) };
    return lineOf({ label, published: null, input, suppressed: range }, share, overall);
  };
  const inputs = told.named.map(
    (group) => there.ranges[there.named.indexOf(group)] ?? { least: 0, most: there.step - 1 },
  );
  const groups = told.named.map((group, at) => line(labels[group]!, told.ranges[at]!, inputs[at]!));
  const rest = remainder(input.subjects, input[side.most], inputs);
  return {
    step: told.step,
    groups: hardestFirst(groups),
    other: { ...line('', told.otherRange, rest), labels: [] },
  };
}

function lineOf(
  line: Pick<GroupSuppression, 'label' | 'published' | 'input' | 'suppressed'>,
  share: CountRange,
  overall: number,
): GroupSuppression {
  const rounded = { least: parts(share.least, 1e4), most: parts(share.most, 1e4) };
  const ratio =
    overall === 0 ? null : { least: parts(share.least / overall, 100), most: parts(share.most / overall, 100) };
  return { ...line, share: rounded, ratio };
}

const parts = (value: number, of: number): number => Math.round(value * of) / of;

function shareOf(suppressed: number, published: number): number {
  return suppressed === 0 ? 0 : suppressed / (suppressed + published);
}

function hardestFirst(groups: GroupSuppression[]): GroupSuppression[] {
  return groups.sort((a, b) => b.share.least - a.share.least || b.suppressed.least - a.suppressed.least);
}
