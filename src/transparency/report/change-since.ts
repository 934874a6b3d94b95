import type { ChangeSince, ColumnChange, UtilityReport } from './report-figures.js';

type Compared = Pick<UtilityReport, 'columns' | 'published' | 'suppressed' | 'k' | 'version'>;

/** What is different from the release before; both reports are public, so this adds nothing to them. */
export function changeSince(before: Compared, now: Omit<Compared, 'version'>): ChangeSince {
  const names = new Set([...now.columns, ...before.columns].map(({ name }) => name));
  return {
    version: before.version,
    publishedRows: { before: before.published.rows, after: now.published.rows },
    suppressedShare: { before: before.suppressed.shareOfUnits, after: now.suppressed.shareOfUnits },
    k: { before: before.k.asked, after: now.k.asked },
    columns: [...names].map((name) => columnChange(name, before, now)),
  };
}

function columnChange(name: string, before: Pick<Compared, 'columns'>, now: Pick<Compared, 'columns'>): ColumnChange {
  const [old, recent] = [before, now].map(({ columns }) => columns.find((column) => column.name === name) ?? null);
  const levels = [old?.level ?? null, recent?.level ?? null] as const;
  return {
    name,
    title: recent?.title ?? old?.title ?? name,
    before: old?.shownAs ?? null,
    after: recent?.shownAs ?? null,
    finer: levels[0] === null || levels[1] === null || levels[0] === levels[1] ? null : levels[1] < levels[0],
    entropyBefore: old?.entropy ?? null,
    entropyAfter: recent?.entropy ?? null,
  };
}
