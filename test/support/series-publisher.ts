import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
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
  type SeriesRules,
  type SeriesUnits,
} from '../../src/transparency/series/index.js';
import type { Manifest } from '../../src/transparency/verify/index.js';
import type { SeriesFiles } from '../../src/transparency/verify/series/index.js';

/** A case as a small record holds it: its rows with base words for the quasi-identifiers and words for all else. */
export interface RecordedUnit {
  readonly id: string;
  readonly subject: string;
  readonly rows: readonly { readonly quasi: readonly string[]; readonly cells: readonly string[] }[];
}

export interface SeriesLayout {
  readonly dataset: string;
  /** `pathOf(word)`: the base word and its coarser ones, up to `*`. */
  readonly quasi: readonly { readonly name: string; readonly pathOf: (word: string) => readonly string[] }[];
  /** In the order of `cells`: sensitive columns first. */
  readonly sensitive: readonly string[];
  readonly insensitive: readonly string[];
  readonly rules: SeriesRules;
}

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

  /** @param held ids whose units the record holds in this release */
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
    const { quasi, sensitive, insensitive, dataset, rules } = this.layout;
    const ancestors = this.ancestors();
    const header = ['unit', ...quasi.map((column) => column.name), ...sensitive, ...insensitive];
    const lines = [...shown]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([pseudonym, rows]) => rows.map((row) => [pseudonym, ...row.split('\t')].map(quoted).join(',')));
    const csv = [header.join(','), ...lines].map((line) => `${line}\n`).join('');
    const held = heldBack.arriving + heldBack.corrected + heldBack.inCompany;
    const manifest: Manifest & { demands: unknown } = {
      dataset,
      file: { name: 'data.csv', sha256: createHash('sha256').update(csv).digest('hex'), rows: lines.length },
      k: rules.k,
      columns: [
        { name: 'unit', role: 'key' },
        ...quasi.map((column, at) => ({
          name: column.name,
          role: 'quasi-identifier' as const,
          level: this.epoch.levels[at]!,
          values: [...ancestors[at]!.keys()],
          ancestors: Object.fromEntries(ancestors[at]!),
        })),
        ...sensitive.map((column) => ({ name: column, role: 'sensitive' as const })),
        ...insensitive.map((column) => ({ name: column, role: 'insensitive' as const })),
      ],
      keys: { unit: 'unit', subject: null },
      order: header,
      input: { rows: lines.length, units: shown.size },
      suppressed: { rows: 0, units: 0 },
      forbidden: [],
      demands: rules.values.map(({ l }, a) => ({ type: 'distinct-l', attribute: sensitive[a], l })),
      series: { epoch: this.epoch.name, number, heldBack: { units: held, rows: 0 } },
    };
    const directory = join(this.folder, name);
    mkdirSync(directory, { recursive: true });
    const [csvPath, subjectsPath] = [join(directory, 'data.csv'), join(directory, 'subjects.csv')];
    writeFileSync(csvPath, csv);
    writeFileSync(subjectsPath, `unit,subject\n${subjects.join('')}`);
    this.files.push({ csvPath, subjectsPath, manifest });
  }
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function sensitiveText({ rows }: RecordedUnit, attribute: number): string {
  return rows
    .map(({ cells }) => cells[attribute]!)
    .sort()
    .join('\n');
}

class Codes {
  readonly words: string[] = [];
  private readonly codes = new Map<string, number>();

  get size(): number {
    return this.words.length;
  }

  code(word: string): number {
    const known = this.codes.get(word);
    if (known !== undefined) return known;
    this.codes.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}
