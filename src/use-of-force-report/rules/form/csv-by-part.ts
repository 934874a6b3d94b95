import { type Fields, listAt } from '../profile/ground.js';
import { cellOf, textOf } from './cell-text.js';
import { type CompiledForm, PartsWritten } from './compiled-form.js';
import type { Cells } from './part-writing.js';

const KEYS = ['Report', 'Record', 'Number'];
const RECORDS = { incident: 'Incident', subjects: 'Subject', officers: 'Officer', force: 'Force' } as const;
type Part = keyof typeof RECORDS;
const LISTS = ['subjects', 'officers', 'force'] as const;

/** A row for the incident, one for each person and one for each application of force; `Report` says which belong together. */
export function writeByPart(form: CompiledForm, reports: readonly Fields[]): { rows: string[][]; leftOut: string[][] } {
  const columns = columnsOf(form);
  const rows = [[...KEYS, ...columns]];
  const leftOut = reports.map((report, index) => {
    const written = new PartsWritten(form.parts);
    const add = (part: Part, number: number, cells: Cells): void => {
      rows.push([String(index + 1), RECORDS[part], String(number), ...columns.map((name) => textOf(cells[name]))]);
    };
    add('incident', 1, written.write('incident', report, ''));
    for (const part of LISTS)
      listAt(report, part).forEach((item, at) => {
        add(part, at + 1, written.write(part, item, `/${part}/${at}`));
      });
    return written.leftOut;
  });
  return { rows, leftOut };
}

export function readByPart(form: CompiledForm, [header = [], ...rows]: readonly string[][]): Fields[] {
  const reports = new Map<string, Record<string, unknown> & Record<(typeof LISTS)[number], Fields[]>>();
  for (const [key = '', record, , ...texts] of rows) {
    const report = reports.get(key) ?? { subjects: [], officers: [], force: [] };
    reports.set(key, report);
    const cells = Object.fromEntries(texts.map((text, at) => [header[at + KEYS.length] ?? '', cellOf(text)]));
    for (const part of LISTS) if (record === RECORDS[part]) report[part].push(form.parts[part].read(cells));
    if (record === RECORDS.incident) Object.assign(report, form.parts.incident.read(cells));
  }
  return [...reports.values()];
}

function columnsOf({ document: { incident, subjects, officers, force } }: CompiledForm): string[] {
  const fields = [incident, subjects.fields, officers.fields, force.fields].flat();
  return [...new Set(fields.map(({ to }) => to))];
}
