import { ColumnProfile } from './column-profile.js';

/** A column, or several that are numbered alike, `Weapon Used {n}`, taken for one: up to which number, and what all say. */
export interface SeenColumn {
  most: number;
  profile: ColumnProfile;
}

/** Columns whose names differ by their number alone, from 1 without a gap, are one thing told several times. */
export function numberColumns(profiles: readonly ColumnProfile[]): SeenColumn[] {
  const byName = new Map(profiles.map((profile) => [profile.column, profile]));
  const taken = new Set<string>();
  return profiles.flatMap((profile) => {
    if (taken.has(profile.column)) return [];
    const series = seriesOf(profile.column, byName);
    if (series.length < 2) return [{ most: 1, profile }];
    for (const { column } of series) taken.add(column);
    const together = new ColumnProfile(templateOf(profile.column));
    for (const each of series) together.include(each);
    return [{ most: series.length, profile: together }];
  });
}

function seriesOf(column: string, byName: ReadonlyMap<string, ColumnProfile>): ColumnProfile[] {
  const template = templateOf(column);
  const series: ColumnProfile[] = [];
  if (template === column) return series;
  for (let n = 1; n <= 50; n++) {
    const profile = byName.get(template.replace('{n}', String(n)));
    if (!profile) break;
    series.push(profile);
  }
  return series.some((profile) => profile.column === column) ? series : [];
}

function templateOf(column: string): string {
  return column.replace(/\d+/, '{n}');
}
