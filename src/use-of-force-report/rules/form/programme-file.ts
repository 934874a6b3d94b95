import { type Fields } from '../profile/ground.js';
import { type CompiledForm } from './compiled-form.js';
import { readByOfficer, writeByOfficer } from './csv-by-officer.js';
import { readByPart, writeByPart } from './csv-by-part.js';
import { csvRows, csvText } from './csv-text.js';
import type { FormDocument } from './form-document.js';
import { readTree, writeTree } from './json-form.js';
import { atPath, putAt } from './tree-path.js';
import type { Cell } from './value-writing.js';

export type FileAction = 'add' | 'remove';

/** A report and what the programme is to do with it; `remove` only in a form that has a word for it. */
export interface FiledReport {
  report: Fields;
  action: FileAction;
}

/** A file in a programme's own form, and for each report the places that the form has no words for. */
export interface ProgrammeFile {
  text: string;
  leftOut: string[][];
}

/** The same reports give the same bytes: a file can be made again. `at` is when it was first made. */
export function writeProgrammeFile(form: CompiledForm, filed: readonly FiledReport[], at: Date): ProgrammeFile {
  const reports = filed.map(({ report }) => report);
  if (form.document.form === 'csv') {
    const write = form.document.rows === 'officers' ? writeByOfficer : writeByPart;
    const { rows, leftOut } = write(form, reports);
    return { text: csvText(rows), leftOut };
  }
  const written = filed.map(({ report, action }) => {
    const { tree, leftOut } = writeTree(form, report);
    return { record: inEnvelope(form.document, tree, action, at), leftOut: action === 'remove' ? [] : leftOut };
  });
  const text = `${JSON.stringify(
    written.map(({ record }) => record),
    null,
    2,
  )}\n`;
  return { text, leftOut: written.map(({ leftOut }) => leftOut) };
}

/** The records that a file carries, in its order. What it says is to be removed has the fields that name it, and no more. */
export function readProgrammeFile(form: CompiledForm, text: string): FiledReport[] {
  const { document } = form;
  if (document.form === 'csv') {
    const read = document.rows === 'officers' ? readByOfficer : readByPart;
    return read(form, csvRows(text)).map((report) => ({ report, action: 'add' }));
  }
  return (JSON.parse(text) as Fields[]).map((record) => {
    const { envelope } = document;
    const tree = envelope ? (record[envelope.record] as Fields) : record;
    const action = envelope && record[envelope.action] === envelope.remove ? 'remove' : 'add';
    return { report: readTree(form, tree), action };
  });
}

function inEnvelope({ envelope }: FormDocument, tree: Record<string, Cell>, action: FileAction, at: Date): Cell {
  if (!envelope) return tree;
  const record: Record<string, Cell> = {};
  for (const key of envelope.keys) putAt(record, key, (atPath(tree, key) ?? null) as Cell);
  return {
    [envelope.action]: envelope[action],
    [envelope.time]: actionTime(at),
    [envelope.record]: action === 'remove' ? record : tree,
  };
}

/** mm/dd/yyyy hh:mm:ss, in UTC. */
function actionTime(at: Date): string {
  const [day = '', time = ''] = at.toISOString().split('T');
  const [year, month, date] = day.split('-');
  return `${month}/${date}/${year} ${time.slice(0, 8)}`;
}
