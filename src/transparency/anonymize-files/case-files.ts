import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Dictionary, table, type Hierarchy, type Problem } from '../anonymize/index.js';
import { readLines, readTable, type TextTable } from './read-table.js';
import type { ReferenceCase } from './reference-case.js';
import { toMetric } from './to-metric.js';
import { toModels } from './to-models.js';

interface CodedHierarchy {
  readonly hierarchy: Hierarchy;
  readonly codeOf: ReadonlyMap<string, number>;
}

const plainName = (path: string): string => basename(path).replace(/(\.csv)?(\.gz)?$/, '');

/** The data files and hierarchies that cases name, each read once. */
export class CaseFiles {
  private readonly tables = new Map<string, TextTable>();
  private readonly hierarchies = new Map<string, CodedHierarchy>();

  /** @param folder holds `<dataset>_hierarchy_<column>.csv`, one line per value, levels from left to right */
  constructor(
    private readonly dataFiles: readonly string[],
    private readonly folder: string,
  ) {}

  problem(reference: Omit<ReferenceCase, 'id'>): Problem {
    const { dataset, quasiIdentifiers, suppressionLimit } = reference;
    const data = this.table(dataset);
    const names = quasiIdentifiers.map(({ name }) => name);
    const { k, models } = toModels(reference.models);
    const attributes = new Set(models.flatMap((model) => ('attribute' in model ? [model.attribute] : [])));
    return {
      rows: data.lines.length,
      quasiIdentifiers: names.map((name) => ({ name, ...this.coded(dataset, data, name) })),
      sensitive: [...attributes].map((name) => ({ name, ...this.sensitive(dataset, data, name) })),
      k,
      models,
      suppressionLimit,
      metric: toMetric(reference, names),
    };
  }

  /** The columns of a data file, in its order. */
  columns(dataset: string): readonly string[] {
    return this.table(dataset).header;
  }

  private table(dataset: string): TextTable {
    const path = this.dataFiles.find((file) => plainName(file) === plainName(dataset));
    if (path === undefined) throw new Error(`No data file is given for "${dataset}".`);
    const known = this.tables.get(path) ?? readTable(path);
    this.tables.set(path, known);
    return known;
  }

  private coded(dataset: string, data: TextTable, name: string) {
    const { hierarchy, codeOf } = this.hierarchy(dataset, name);
    return { hierarchy, codes: column(data, name, (word) => codeOf.get(word) ?? -1) };
  }

  /** A sensitive attribute needs a hierarchy only for a distance over one. */
  private sensitive(dataset: string, data: TextTable, name: string) {
    const words = new Dictionary();
    if (!readdirSync(this.folder).includes(hierarchyFile(dataset, name))) {
      const codes = column(data, name, (word) => words.code(word));
      return { codes, order: textOrder(words.words) };
    }
    const { hierarchy, codes } = this.coded(dataset, data, name);
    return { hierarchy, codes, order: textOrder(baseWords(hierarchy)) };
  }

  private hierarchy(dataset: string, name: string): CodedHierarchy {
    const file = hierarchyFile(dataset, name);
    const known = this.hierarchies.get(file);
    if (known !== undefined) return known;
    const lines = readLines(join(this.folder, file));
    const codeOf = new Map(lines.map(([word = ''], code) => [word, code]));
    const read = { hierarchy: table(name, lines), codeOf };
    this.hierarchies.set(file, read);
    return read;
  }
}

const baseWords = ({ levels: [base] }: Hierarchy): string[] =>
  Array.from(base?.codes ?? [], (code) => base?.labels[code] ?? '');

/** The codes of the words in the order of their text: what the reference calls the order of an attribute. */
const textOrder = (words: readonly string[]): Int32Array =>
  Int32Array.from(words.keys()).sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));

const hierarchyFile = (dataset: string, name: string): string => `${plainName(dataset)}_hierarchy_${name}.csv`;

function column({ header, lines }: TextTable, name: string, code: (word: string) => number): Int32Array {
  const at = header.indexOf(name);
  if (at < 0) throw new Error(`The data file has no column "${name}".`);
  return Int32Array.from(lines, (line) => {
    const word = line[at] ?? '';
    const found = code(word);
    if (found < 0) throw new Error(`The hierarchy of "${name}" does not know "${word}".`);
    return found;
  });
}
