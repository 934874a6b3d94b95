export const TREND_STEPS = ['month', 'quarter', 'year'] as const;
export type TrendStep = (typeof TREND_STEPS)[number];

/** The period that a day (YYYY-MM-DD) lies in: `2026-03`, `2026-Q1`, `2026`. */
export function periodOf(day: string, step: TrendStep): string {
  const [year = '', month = ''] = day.split('-');
  if (step === 'year') return year;
  return step === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** The verdicts on one item of one file: at the first look, and as it stands after whatever more work there was. */
export interface ItemLooks {
  periodTo: string;
  item: string;
  first: string;
  last: string;
}

export interface TrendRow {
  period: string;
  item: string;
  files: number;
  agreed: number;
  disagreed: number;
  notApplicable: number;
  /** Of those to which it applied at the first look, 0 … 1 to three places; null: to none */
  agreeRate: number | null;
  /** Agreed as it stands, after more work */
  agreedInTheEnd: number;
}

/** By period and item: how often the reviewer agreed with what internal affairs did. */
export function trendOf(looks: readonly ItemLooks[], step: TrendStep): TrendRow[] {
  const rows = new Map<string, TrendRow>();
  for (const { periodTo, item, first, last } of looks) {
    const period = periodOf(periodTo, step);
    const key = `${period} ${item}`;
    const row = rows.get(key) ?? { ...NOTHING, period, item };
    row.files += 1;
    if (first === 'agree') row.agreed += 1;
    else if (first === 'disagree') row.disagreed += 1;
    else row.notApplicable += 1;
    if (last === 'agree') row.agreedInTheEnd += 1;
    row.agreeRate = rate(row.agreed, row.agreed + row.disagreed);
    rows.set(key, row);
  }
  return [...rows.values()].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

const NOTHING = { files: 0, agreed: 0, disagreed: 0, notApplicable: 0, agreeRate: null, agreedInTheEnd: 0 };

function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;
}

const sortKey = ({ period, item }: TrendRow): string => `${period} ${item}`;
