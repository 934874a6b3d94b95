import type { Manifest } from './manifest.js';
import type { RowCheck } from './row-check.js';
import type { Report } from './violation.js';

interface Class {
  readonly subjects: Set<string>;
  readonly line: number;
}

/** How a unit's subject is known: from a column of the file, or from the board's own list. */
export type SubjectOf = (cells: readonly string[], unit: string, line: number) => string;

/**
 * k-anonymity (Samarati & Sweeney 1998) of what a reader can join: the rows of a unit together are its signature, and
 * every signature must be shared by at least k distinct subjects. Rows of a unit stand together (see OrderCheck).
 */
export class ClassCheck implements RowCheck {
  rows = 0;
  units = 0;
  private readonly classes = new Map<string, Class>();
  private readonly classesOfSubject = new Map<string, string[]>();
  private readonly quasiIdentifiers: readonly number[];
  private readonly unitAt: number;
  private open: {
    readonly unit: string;
    readonly subject: string;
    readonly line: number;
    readonly tuples: string[];
  } | null = null;

  constructor(
    private readonly manifest: Manifest,
    private readonly subjectOf: SubjectOf,
    private readonly report: Report,
  ) {
    this.quasiIdentifiers = manifest.columns.flatMap(({ role }, at) => (role === 'quasi-identifier' ? [at] : []));
    this.unitAt = manifest.columns.findIndex(({ name }) => name === manifest.keys.unit);
  }

  row(cells: readonly string[], line: number): void {
    this.rows++;
    const unit = this.unitAt < 0 ? String(line) : (cells[this.unitAt] ?? '');
    const subject = this.subjectOf(cells, unit, line);
    if (this.open?.unit !== unit) {
      this.close();
      this.open = { unit, subject, line, tuples: [] };
    } else if (this.open.subject !== subject)
      this.report('subject-varies', 'the row names another subject than the first row of its unit', { line });
    this.open.tuples.push(this.quasiIdentifiers.map((at) => cells[at]).join('\u001f'));
  }

  end(): void {
    this.close();
    for (const { subjects, line } of this.classes.values())
      if (subjects.size < this.manifest.k)
        this.report(
          'class-below-k',
          `${subjects.size} subjects share the signature that first stands here, ${this.manifest.k} must`,
          { line },
        );
    this.joinBySubject();
  }

  get count(): number {
    return this.classes.size;
  }

  /** The fewest distinct subjects behind one signature; 0 in an empty file. */
  get smallest(): number {
    let least = Infinity;
    for (const { subjects } of this.classes.values()) least = Math.min(least, subjects.size);
    return least === Infinity ? 0 : least;
  }

  private close(): void {
    if (this.open === null) return;
    const { subject, line, tuples } = this.open;
    const signature = tuples.length === 1 ? (tuples[0] ?? '') : tuples.sort().join('\u001e');
    const found = this.classes.get(signature) ?? { subjects: new Set(), line };
    this.classes.set(signature, found);
    found.subjects.add(subject);
    if (this.subjectIsPublished())
      this.classesOfSubject.set(subject, [...(this.classesOfSubject.get(subject) ?? []), String(found.line)]);
    this.units++;
  }

  private subjectIsPublished(): boolean {
    const { unit, subject } = this.manifest.keys;
    return subject !== null && subject !== unit;
  }

  /** A published subject key lets a reader join all of a person's units: k must hold on that join too. */
  private joinBySubject(): void {
    const joined = new Map<string, number>();
    const signatures = [...this.classesOfSubject.values()].map((lines) => lines.sort().join());
    for (const signature of signatures) joined.set(signature, (joined.get(signature) ?? 0) + 1);
    for (const [signature, subjects] of joined)
      if (subjects < this.manifest.k)
        this.report(
          'joined-class-below-k',
          `${subjects} subjects share all units that their key joins, ${this.manifest.k} must`,
          {
            line: Number(signature.split(',')[0]),
          },
        );
  }
}
