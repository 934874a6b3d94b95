import { type Fields, listAt } from '../profile/ground.js';
import { type CompiledForm, PartsWritten } from './compiled-form.js';
import { forceOf, forceOfNobody, type PlacedForce } from './force-of-person.js';
import type { FormDocument, FormField, FormPart } from './form-document.js';
import type { Cells } from './part-writing.js';
import { atPath, putAt } from './tree-path.js';
import type { Cell } from './value-writing.js';

type Tree = Record<string, Cell>;

/** A report as the form's tree, and the places of what the form has no words for. */
export function writeTree(form: CompiledForm, report: Fields): { tree: Tree; leftOut: string[] } {
  const written = new PartsWritten(form.parts);
  const { document } = form;
  const tree: Tree = {};
  place(tree, written.write('incident', report, ''), document.incident, document.absent);
  for (const [list, link] of [
    ['subjects', 'subject'],
    ['officers', 'officer'],
  ] as const) {
    const part = document[list];
    const people = listAt(report, list).map((person, index) => {
      const node: Tree = part.number === undefined ? {} : { [part.number]: index + 1 };
      place(node, written.write(list, person, `/${list}/${index}`), part.fields, document.absent);
      if (document.force.under === list) putForce(node, form, written, forceOf(report, link, index + 1));
      return node;
    });
    putAt(tree, part.at, people);
  }
  const { under } = document.force;
  if (under === null)
    putForce(
      tree,
      form,
      written,
      listAt(report, 'force').map((force, at) => ({ force, at })),
    );
  const nobodys = under === null ? [] : forceOfNobody(report, under === 'subjects' ? 'subject' : 'officer');
  return { tree, leftOut: [...written.leftOut, ...nobodys.map(({ at }) => `/force/${at}`)] };
}

function putForce(node: Tree, form: CompiledForm, written: PartsWritten, placed: readonly PlacedForce[]): void {
  const { force } = form.document;
  const cells = placed.map(({ force: item, at }) => written.write('force', item, `/force/${at}`));
  putAt(node, force.at, force.flat ? cells.flatMap((each) => Object.values(each)) : cells);
  for (const { to } of force.summaries ?? []) {
    const said = placed.flatMap(({ force: item }) => [form.parts.summaries.write(item).cells[to] ?? []].flat());
    putAt(node, to, [...new Set(said)]);
  }
}

/** Fields without a value are left out, or null, as the form has it. */
function place(node: Tree, cells: Cells, fields: readonly FormField[], absent: FormDocument['absent']): void {
  for (const { to } of fields) {
    const cell = cells[to];
    if (cell !== undefined) putAt(node, to, cell);
    else if (absent === 'null') putAt(node, to, null);
  }
}

/** A tree of the form as the record that it carries. */
export function readTree(form: CompiledForm, tree: Fields): Fields {
  const { document, parts } = form;
  const force: Fields[] = [];
  const read = (list: 'subjects' | 'officers', link: 'subject' | 'officer'): Fields[] =>
    nodesAt(tree, document[list]).map((node, index) => {
      if (document.force.under === list) force.push(...readForce(form, node, { [link]: index + 1 }));
      return parts[list].read(cellsOf(node, document[list].fields));
    });
  const subjects = read('subjects', 'subject');
  const officers = read('officers', 'officer');
  if (document.force.under === null) force.push(...readForce(form, tree, {}));
  return { ...parts.incident.read(cellsOf(tree, document.incident)), subjects, officers, force };
}

function readForce({ document, parts }: CompiledForm, node: Fields, link: Fields): Fields[] {
  const { at, flat, fields } = document.force;
  const told = atPath(node, at);
  const list = Array.isArray(told) ? (told as readonly Cell[]) : [];
  const name = fields[0]?.to ?? '';
  return list.map((each) => ({ ...link, ...parts.force.read(flat ? { [name]: each } : (each as Cells)) }));
}

function nodesAt(tree: Fields, { at }: FormPart): Fields[] {
  const told = atPath(tree, at);
  return Array.isArray(told) ? (told as Fields[]) : [];
}

function cellsOf(node: Fields, fields: readonly FormField[]): Cells {
  return Object.fromEntries(fields.map(({ to }) => [to, (atPath(node, to) ?? null) as Cell]));
}
