import { risksOf, type Risks } from '../classes/risks.js';
import { plainClasses, type PlainClasses } from './plain-classes.js';
import { qualityOf, type Quality } from './quality.js';
import { readColumns } from './read-columns.js';

export interface PlainFile {
  readonly csvPath: string;
  readonly quasiIdentifiers: readonly string[];
  readonly sensitive?: readonly string[];
  /** What a suppressed row reads in all its quasi-identifiers. Default `*`. */
  readonly suppressed?: string;
  readonly separator?: string;
  /** The file before it was anonymized, its rows in the same order: tells what was lost. */
  readonly inputPath?: string;
  /** Column → its generalization hierarchy, one line a base value, from the value up to `*`. */
  readonly hierarchies?: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** What the classes of a file tell of an attribute. */
export interface SensitiveFigures {
  readonly name: string;
  /** Fewest distinct values in a class. */
  readonly distinctL: number;
  /** The least of exp(entropy) over the classes: the l of entropy-l-diversity. */
  readonly entropyL: number;
  /** The greatest distance, half of L1, of a class from the distribution of all rows, suppressed ones too. */
  readonly equalT: number;
}

/** Figures of any CSV file, without a manifest to hold it against. */
export interface Measurement {
  readonly k: number;
  readonly rows: number;
  readonly suppressed: number;
  readonly classes: number;
  readonly risks: Risks & { readonly suppressed: number };
  readonly sensitive: readonly SensitiveFigures[];
  /** Of the file before, when it is given. */
  readonly input?: Risks & { readonly suppressed: number };
  readonly quality?: Quality;
}

/** @throws MeasureRefused with a stable code */
export async function measureFile(file: PlainFile): Promise<Measurement> {
  const { csvPath, quasiIdentifiers: names, sensitive: attributes = [], suppressed: blank = '*', separator } = file;
  const columns = await readColumns(csvPath, [...names, ...attributes], separator);
  const published = columns.slice(0, names.length);
  const sensitive = columns.slice(names.length);
  const found = plainClasses(published, sensitive, blank);
  const risks = { ...risksOf(found.classes.subjects.list), suppressed: found.suppressedRows };
  const figures = {
    k: risks.minClass,
    rows: found.suppressed.length,
    suppressed: found.suppressedRows,
    classes: risks.classes,
    risks,
    sensitive: sensitive.map(({ name, codes, words }, a) =>
      sensitiveFigures(name, found, a, shares(codes, words.count)),
    ),
  };
  if (file.inputPath === undefined) return figures;
  const original = await readColumns(file.inputPath, names, separator);
  const before = plainClasses(original, [], blank);
  return {
    ...figures,
    input: { ...risksOf(before.classes.subjects.list), suppressed: before.suppressedRows },
    quality: qualityOf({ original, published, before, after: found, hierarchies: file.hierarchies ?? new Map() }),
  };
}

function shares(codes: Int32Array, values: number): Float64Array {
  const counts = new Float64Array(values);
  for (const code of codes) counts[code]!++;
  return counts.map((count) => count / codes.length);
}

function sensitiveFigures(name: string, { classes }: PlainClasses, a: number, overall: Float64Array): SensitiveFigures {
  let [distinctL, entropyL, equalT] = [Infinity, Infinity, 0];
  classes.attributes[a]?.each(classes.classOfCell.length, (_, values, counts) => {
    const rows = counts.reduce((sum, count) => sum + count, 0);
    let [entropy, above] = [0, 0];
    for (let i = 0; i < values.length; i++) {
      const share = counts[i]! / rows;
      entropy -= share * Math.log(share);
      above += Math.max(0, share - overall[values[i]!]!);
    }
    distinctL = Math.min(distinctL, values.length);
    entropyL = Math.min(entropyL, Math.exp(entropy));
    equalT = Math.max(equalT, above);
  });
  return {
    name,
    distinctL: distinctL === Infinity ? 0 : distinctL,
    entropyL: entropyL === Infinity ? 0 : entropyL,
    equalT,
  };
}
