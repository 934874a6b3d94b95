import { join } from 'node:path';
import {
  AS_BEFORE,
  ABSENT,
  commonCoarsenings,
  drawEpochKey,
  emptyLedger,
  type EpochClasses,
  epochPseudonym,
  type FormerRelease,
  type Ledger,
  nextEpoch,
  planRelease,
  type Random,
  type ReleasePlan,
  type SeriesUnits,
} from '../../src/transparency/series/index.js';
import type { SeriesFiles } from '../../src/transparency/verify/series/index.js';
import { Codes } from './codes.js';
import { type RecordedUnit, type SeriesLayout, writeSeriesFiles } from './series-files.js';

type Plan = typeof planRelease;

/** Publishes releases of a small record by the planner, as the pipeline would: files, manifests and the board's lists. */
export class SeriesPublisher {
  readonly files: SeriesFiles[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly contents = new Codes();
  private readonly values: Codes[];
  private readonly subjects = new Codes();
  private ledger: Ledger;
  private epoch: { name: string; levels: readonly number[]; key: Buffer; classes: Codes } = {
    name: '',
    levels: [],
    key: Buffer.alloc(0),
    classes: new Codes(),
  };
  private readonly former: { classes: EpochClasses; releases: FormerRelease[] }[] = [];
  private lastShown = new Map<string, readonly string[]>();
  private known: RecordedUnit[] = [];

  constructor(
    private readonly layout: SeriesLayout,
    private readonly folder: string,
    private readonly random: Random,
    private readonly plan: Plan = planRelease,
  ) {
    this.values = layout.sensitive.map(() => new Codes());
    this.ledger = emptyLedger(layout.sensitive.length);
  }

  openEpoch(name: string, levels: readonly number[]): void {
    this.epoch = { name, levels, key: drawEpochKey(), classes: new Codes() };
    this.former.push({ classes: { columns: [], signatures: [] }, releases: [] });
    this.ledger = nextEpoch(this.ledger);
    this.lastShown = new Map();
  }

  /** @param recorded what the record holds at this release */
  publish(recorded: readonly RecordedUnit[]): ReleasePlan {
    const units = this.unitsOf(recorded);
    const now = this.classesNow();
    const current = this.former.at(-1)!;
    current.classes = now;
    const former = this.former
      .slice(0, -1)
      .map(({ classes, releases }) => ({ coarsenings: commonCoarsenings(classes, now), releases }));
    const plan = this.plan(units, this.ledger, this.layout.rules, { former, random: this.random });
    this.ledger = plan.ledger;
    const name = `${this.epoch.name}-${plan.number}`;
    current.releases.push({ name, k: this.layout.rules.k, facts: plan.facts });
    this.write(name, plan);
    return plan;
  }

  numberOf(id: string): number {
    return this.numbers.get(id) ?? -1;
  }

  /** Whether the last release does not show the unit. */
  waits(id: string): boolean {
    return !this.lastShown.has(epochPseudonym(this.epoch.key, 'unit', id));
  }

  private unitsOf(recorded: readonly RecordedUnit[]): SeriesUnits {
    const present = new Set(recorded.map(({ id }) => id));
    for (const unit of recorded) {
      const number = this.numbers.get(unit.id) ?? this.numbers.size;
      this.numbers.set(unit.id, number);
      this.known[number] = unit;
    }
    const { known, layout, epoch } = this;
    const codes = (code: (unit: RecordedUnit) => number): Int32Array => Int32Array.from(known, code);
    const units = {
      count: known.length,
      present: Uint8Array.from(known, ({ id }) => Number(present.has(id))),
      classOf: codes((unit) => epoch.classes.code(this.signature(unit))),
      content: codes((unit) => this.contents.code(this.cellsText(unit))),
      sensitive: layout.sensitive.map((_, a) => codes((unit) => this.values[a]!.code(sensitiveText(unit, a)))),
      subject: codes(({ subject }) => this.subjects.code(subject)),
    };
    return { ...units, classes: epoch.classes.size, values: this.values.map(({ size }) => size) };
  }

  private words({ quasi }: RecordedUnit['rows'][number]): string[] {
    return quasi.map((word, at) => this.layout.quasi[at]!.pathOf(word)[this.epoch.levels[at]!]!);
  }

  private signature({ rows }: RecordedUnit): string {
    return rows
      .map((row) => this.words(row).join('\t'))
      .sort()
      .join('\n');
  }

  private cellsText({ rows }: RecordedUnit): string {
    return rows
      .map((row) => [...this.words(row), ...row.cells].join('\t'))
      .sort()
      .join('\n');
  }

  private ancestors(): Map<string, readonly string[]>[] {
    const { quasi } = this.layout;
    const maps = quasi.map(() => new Map<string, readonly string[]>());
    for (const { rows } of this.known)
      for (const row of rows)
        for (const [at, word] of row.quasi.entries()) {
          const path = quasi[at]!.pathOf(word).slice(this.epoch.levels[at]);
          maps[at]!.set(path[0]!, path.slice(1));
        }
    return maps;
  }

  private classesNow(): EpochClasses {
    const ancestors = this.ancestors();
    return {
      columns: this.layout.quasi.map(({ name }, at) => ({
        name,
        level: this.epoch.levels[at]!,
        ancestors: ancestors[at]!,
      })),
      signatures: this.epoch.classes.words.map((text) => text.split('\n').map((line) => line.split('\t'))),
    };
  }

  private write(name: string, { show, number, heldBack }: ReleasePlan): void {
    const shown = new Map<string, readonly string[]>();
    const subjects: string[] = [];
    for (const [unit, recorded] of this.known.entries()) {
      if (show[unit] === ABSENT) continue;
      const pseudonym = epochPseudonym(this.epoch.key, 'unit', recorded.id);
      const rows = show[unit] === AS_BEFORE ? this.lastShown.get(pseudonym)! : this.cellsText(recorded).split('\n');
      shown.set(pseudonym, rows);
      subjects.push(`${pseudonym},${recorded.subject}\n`);
    }
    this.lastShown = shown;
    this.files.push(
      writeSeriesFiles(join(this.folder, name), {
        layout: this.layout,
        levels: this.epoch.levels,
        ancestors: this.ancestors(),
        rows: shown,
        subjects,
        series: {
          epoch: this.epoch.name,
          number,
          heldBack: { units: heldBack.arriving + heldBack.corrected + heldBack.inCompany, rows: 0 },
        },
      }),
    );
  }
}

/** What the unit's rows say there, each word once. */
function sensitiveText({ rows }: RecordedUnit, attribute: number): string {
  return [...new Set(rows.map(({ cells }) => cells[attribute]!))].sort().join('\n');
}
