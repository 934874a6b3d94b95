import type { CodedRow } from '../csv/coded-rows.js';
import type { Manifest } from '../manifest.js';
import type { RowCheck } from '../row-check.js';
import type { Report } from '../violation.js';
import { Classes } from './classes.js';
import { Numbers } from './numbers.js';
import { Sequences } from './sequences.js';

/** How a unit's subject is known, as a number; null: every unit is another person. */
export type SubjectOf = ((row: CodedRow) => number) | null;
/** Told of every unit when its last row is read. */
export type OnUnit = (tuples: Numbers, values: readonly Numbers[], subject: number | null) => void;

/**
 * k-anonymity (Samarati & Sweeney 1998) of what a reader can join: the rows of a unit together are its signature, and
 * every signature must be shared by at least k distinct subjects. Rows of a unit stand together (see OrderCheck).
 */
export class ClassCheck implements RowCheck {
  rows = 0;
  units = 0;
  readonly classes: Classes;
  private readonly tuples = new Sequences();
  private readonly tuple: Int32Array;
  private readonly quasiIdentifiers: Int32Array;
  private readonly attributesAt: readonly number[];
  private readonly plain: boolean;
  private readonly open: { tuples: Numbers; values: readonly Numbers[]; subject: number | null; line: number };
  /** Of published subject keys: unit → its subject and its class. */
  private readonly joins: { readonly subjects: Numbers; readonly classes: Numbers } | null;
  onUnit: OnUnit | null = null;

  /** @param attributes names of the columns whose values are counted */
  constructor(
    private readonly manifest: Manifest,
    attributes: readonly string[],
    private readonly subjectOf: SubjectOf,
    private readonly report: Report,
  ) {
    const { columns, keys } = manifest;
    this.classes = new Classes(attributes.length);
    this.attributesAt = attributes.map((name) => columns.findIndex((column) => column.name === name));
    this.quasiIdentifiers = Int32Array.from(
      columns.flatMap(({ role }, at) => (role === 'quasi-identifier' ? [at] : [])),
    );
    this.tuple = new Int32Array(this.quasiIdentifiers.length);
    this.plain = keys.unit === null;
    this.open = { tuples: new Numbers(), values: attributes.map(() => new Numbers()), subject: null, line: 0 };
    const joinable = keys.subject !== null && keys.subject !== keys.unit;
    this.joins = joinable ? { subjects: new Numbers(), classes: new Numbers() } : null;
  }

  row(row: CodedRow): void {
    const { open, tuple, quasiIdentifiers, attributesAt } = this;
    const { codes, line } = row;
    this.rows++;
    const subject = this.subjectOf === null ? null : this.subjectOf(row);
    if (this.plain || row.step !== 0) {
      this.close();
      open.subject = subject;
      open.line = line;
    } else if (open.subject !== subject)
      this.report('subject-varies', 'the row names another subject than the first row of its unit', { line });
    for (let i = 0; i < tuple.length; i++) tuple[i] = codes[quasiIdentifiers[i]!]!;
    open.tuples.push(this.tuples.id(tuple, tuple.length));
    for (let a = 0; a < attributesAt.length; a++) open.values[a]!.push(codes[attributesAt[a]!]!);
  }

  end(): void {
    this.close();
    checkSubjects(this.classes, this.manifest.k, this.report);
    if (this.joins !== null) this.joinBySubject(this.joins.subjects.list, this.joins.classes.list);
  }

  private close(): void {
    const { tuples, values, subject, line } = this.open;
    if (tuples.length === 0) return;
    this.onUnit?.(tuples, values, subject);
    const id = this.classes.add({ tuples, values }, subject, line);
    this.joins?.subjects.push(subject ?? this.units);
    this.joins?.classes.push(id);
    this.units++;
    tuples.clear();
    for (const list of values) list.clear();
  }

  /** A published subject key lets a reader join all of a person's units: k must hold on that join too. */
  private joinBySubject(subjects: Int32Array, classes: Int32Array): void {
    const order = Int32Array.from(subjects.keys()).sort(
      (a, b) => subjects[a]! - subjects[b]! || classes[a]! - classes[b]!,
    );
    const joined = new Sequences();
    const people = new Numbers();
    const list = new Numbers();
    for (let i = 0; i < order.length; i++) {
      list.push(classes[order[i]!]!);
      if (subjects[order[i]!] === subjects[order[i + 1] ?? -1]) continue;
      people.add(joined.id(list.list, list.length), 1);
      list.clear();
    }
    for (const [id, count] of people.list.entries())
      if (count < this.manifest.k)
        this.report(
          'joined-class-below-k',
          `${count} subjects share all units that their key joins, ${this.manifest.k} must`,
          { line: this.classes.lines.at(joined.at(id)[0]!) },
        );
  }
}

function checkSubjects({ subjects, lines }: Classes, k: number, report: Report): void {
  for (const [id, count] of subjects.list.entries())
    if (count < k)
      report('class-below-k', `${count} subjects share the signature that first stands here, ${k} must`, {
        line: lines.at(id),
      });
}
