import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SeriesFiles } from '../../src/transparency/verify/series/index.js';
import { chooseLevels } from './chosen-levels.js';
import { type RecordedUnit, type SeriesLayout, writeSeriesFiles } from './series-files.js';

/**
 * What offices do today: every month the whole record is anonymized by itself, to k rows, and put out. Pseudonyms are the
 * same every month, or new ones.
 */
export class NaiveReleaser {
  readonly files: SeriesFiles[] = [];

  constructor(
    private readonly layout: SeriesLayout,
    private readonly folder: string,
    private readonly pseudonyms: 'lasting' | 'fresh',
    private readonly suppressionLimit: number,
  ) {}

  /** @returns units published */
  publish(record: readonly RecordedUnit[]): number {
    const { quasi } = this.layout;
    const choice = { people: false, models: [], suppressionLimit: this.suppressionLimit };
    const { transformation, keep } = chooseLevels(record, this.layout, choice);
    const number = this.files.length + 1;
    const salt = this.pseudonyms === 'lasting' ? 'all months' : `month ${number}`;
    const ancestors = quasi.map(() => new Map<string, readonly string[]>());
    const rows = new Map<string, string[]>();
    const subjects: string[] = [];
    let at = 0;
    for (const unit of record) {
      const pseudonym = createHash('sha256').update(`${salt} ${unit.id}`).digest('hex').slice(0, 16);
      const shown = unit.rows.flatMap((row) => {
        if (keep[at++] === 0) return [];
        const words = row.quasi.map((word, column) => {
          const path = quasi[column]!.pathOf(word).slice(transformation[column]);
          ancestors[column]!.set(path[0]!, path.slice(1));
          return path[0]!;
        });
        return [[...words, ...row.cells].join('\t')];
      });
      if (shown.length === 0) continue;
      rows.set(pseudonym, shown.sort());
      subjects.push(`${pseudonym},${unit.subject}\n`);
    }
    const lasting = this.pseudonyms === 'lasting';
    const series = {
      epoch: lasting ? 'all months' : `month ${number}`,
      number: lasting ? number : 1,
      heldBack: { units: 0, rows: 0 },
    };
    const release = { layout: this.layout, levels: transformation, ancestors, rows, subjects, series };
    this.files.push(writeSeriesFiles(join(this.folder, `${this.pseudonyms}-${number}`), release));
    return rows.size;
  }
}
