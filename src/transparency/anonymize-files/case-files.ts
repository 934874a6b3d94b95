import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Dictionary, type Hierarchy, type Problem } from '../anonymize/index.js';
import { CaseRefused } from './case-refused.js';
import { codedColumn } from './coded-column.js';
import { readHierarchy, type CodedHierarchy } from './read-hierarchy.js';
import { readTable, type TextTable } from './read-table.js';
import type { ReferenceCase, ReferenceColumn } from './reference-case.js';
import { toMetric } from './to-metric.js';
import { toModels } from './to-models.js';

const plainName = (path: string): string => basename(path).replace(/(\.csv|\.tsv|\.txt)?(\.gz)?$/i, '');

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
    const { k, models } = toModels(reference.models, reference.sensitiveAttribute);
    const attributes = new Set(models.flatMap((model) => ('attribute' in model ? [model.attribute] : [])));
    return {
      rows: data.lines.length,
      quasiIdentifiers: quasiIdentifiers.map((column) => this.quasiIdentifier(dataset, data, column)),
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
    if (path === undefined)
      throw new CaseRefused('case-file-missing', `No data file is given for "${dataset}": name it with --data.`);
    const known = this.tables.get(path) ?? readTable(path);
    this.tables.set(path, known);
    return known;
  }

  private quasiIdentifier(dataset: string, data: TextTable, { name, levels }: ReferenceColumn) {
    const coded = this.coded(dataset, data, name);
    const known = coded.hierarchy.levels.length;
    if (levels !== undefined && !(levels >= 1 && levels <= known))
      throw new CaseRefused('case-malformed', `"${name}" has ${known} levels in its hierarchy, not ${levels}.`);
    return { name, ...coded, ...(levels === undefined ? {} : { maxLevel: levels - 1 }) };
  }

  private coded(dataset: string, data: TextTable, name: string) {
    const { hierarchy, codeOf } = this.hierarchy(dataset, name);
    return { hierarchy, codes: codedColumn(data, name, (word) => codeOf.get(word) ?? -1) };
  }

  /** A sensitive attribute needs a hierarchy only for a distance over one. */
  private sensitive(dataset: string, data: TextTable, name: string) {
    if (this.hierarchyPath(dataset, name) === null) {
      const words = new Dictionary();
      const codes = codedColumn(data, name, (word) => words.code(word));
      return { codes, order: textOrder(words.words) };
    }
    const { hierarchy, codes } = this.coded(dataset, data, name);
    return { hierarchy, codes, order: textOrder(baseWords(hierarchy)) };
  }

  private hierarchy(dataset: string, name: string): CodedHierarchy {
    const path = this.hierarchyPath(dataset, name);
    if (path === null)
      throw new CaseRefused(
        'case-file-missing',
        `"${name}" has no hierarchy: ${hierarchyFile(dataset, name)} is not in ${this.folder}.`,
      );
    const known = this.hierarchies.get(path) ?? readHierarchy(name, path);
    this.hierarchies.set(path, known);
    return known;
  }

  private hierarchyPath(dataset: string, name: string): string | null {
    const path = join(this.folder, hierarchyFile(dataset, name));
    return [path, `${path}.gz`].find((each) => existsSync(each)) ?? null;
  }
}

const baseWords = ({ levels: [base] }: Hierarchy): string[] =>
  Array.from(base?.codes ?? [], (code) => base?.labels[code] ?? '');

/** The codes of the words in the order of their text: what the reference calls the order of an attribute. */
const textOrder = (words: readonly string[]): Int32Array =>
  Int32Array.from(words.keys()).sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));

const hierarchyFile = (dataset: string, name: string): string => `${plainName(dataset)}_hierarchy_${name}.csv`;
