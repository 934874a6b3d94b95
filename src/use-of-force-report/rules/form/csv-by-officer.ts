import { type Fields, listAt } from '../profile/ground.js';
import { cellOf, joinedPeople, splitPeople, textOf } from './cell-text.js';
import { type CompiledForm, PartsWritten } from './compiled-form.js';
import { forceOf, forceOfNobody } from './force-of-person.js';
import type { Cells } from './part-writing.js';
import type { Cell } from './value-writing.js';

const KEY = 'Report';

/** A row for every officer, as New Jersey's portal has a form for each: the subjects side by side in each of their cells. */
export function writeByOfficer(
  form: CompiledForm,
  reports: readonly Fields[],
): { rows: string[][]; leftOut: string[][] } {
  const { incident, subjects, officers, force } = columnsOf(form);
  const rows = [[KEY, ...incident, ...officers, ...subjects, ...force]];
  const leftOut = reports.map((report, index) => {
    const written = new PartsWritten(form.parts);
    const ofIncident = written.write('incident', report, '');
    const people = listAt(report, 'subjects').map((subject, at) =>
      written.write('subjects', subject, `/subjects/${at}`),
    );
    listAt(report, 'officers').forEach((officer, at) => {
      const ofOfficer = written.write('officers', officer, `/officers/${at}`);
      const used = people.map((_, subject) => forceBetween(written, report, at + 1, subject + 1));
      rows.push([
        String(index + 1),
        ...incident.map((name) => textOf(ofIncident[name])),
        ...officers.map((name) => textOf(ofOfficer[name])),
        ...subjects.map((name) => joinedPeople(people.map((cells) => textOf(cells[name])))),
        ...force.map((name) => joinedPeople(used.map((each) => textOf(each.flatMap((cells) => cells[name] ?? []))))),
      ]);
    });
    const untold = new Set(
      [...forceOfNobody(report, 'officer'), ...forceOfNobody(report, 'subject')].map(({ at }) => at),
    );
    return [...written.leftOut, ...[...untold].map((at) => `/force/${at}`)];
  });
  return { rows, leftOut };
}

function forceBetween(written: PartsWritten, report: Fields, officer: number, subject: number): Cells[] {
  return forceOf(report, 'officer', officer)
    .filter(({ force }) => force['subject'] === subject)
    .map(({ force, at }) => written.write('force', force, `/force/${at}`));
}

export function readByOfficer(form: CompiledForm, [header = [], ...rows]: readonly string[][]): Fields[] {
  const columns = columnsOf(form);
  const byReport = Map.groupBy(rows, ([key]) => key);
  return [...byReport.values()].map((forms) => {
    const read = forms.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
    const first = read[0] ?? {};
    const count = Math.max(0, ...columns.subjects.map((name) => splitPeople(first[name] ?? '').length));
    const subjects = Array.from({ length: count }, (_, at) =>
      form.parts.subjects.read(cellsOf(columns.subjects, (name) => splitPeople(first[name] ?? '')[at] ?? '')),
    );
    return {
      ...form.parts.incident.read(cellsOf(columns.incident, (name) => first[name] ?? '')),
      subjects,
      officers: read.map((row) => form.parts.officers.read(cellsOf(columns.officers, (name) => row[name] ?? ''))),
      force: read.flatMap((row, officer) => readForce(form, columns.force, row, { officer: officer + 1 })),
    };
  });
}

function readForce(
  form: CompiledForm,
  [name = '']: readonly string[],
  row: Record<string, string>,
  link: Fields,
): Fields[] {
  return splitPeople(row[name] ?? '').flatMap((text, subject) => {
    const told = cellOf(text);
    const cells = told === null ? [] : [told].flat();
    return cells.map((cell: Cell) => ({ ...link, subject: subject + 1, ...form.parts.force.read({ [name]: cell }) }));
  });
}

function cellsOf(names: readonly string[], textOfName: (name: string) => string): Cells {
  return Object.fromEntries(names.map((name) => [name, cellOf(textOfName(name))]));
}

function columnsOf({ document: { incident, subjects, officers, force } }: CompiledForm) {
  const names = (fields: readonly { to: string }[]): string[] => [...new Set(fields.map(({ to }) => to))];
  return {
    incident: names(incident),
    officers: names(officers.fields),
    subjects: names(subjects.fields),
    force: names(force.fields),
  };
}
