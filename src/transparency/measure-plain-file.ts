import { hierarchyFiles } from './hierarchy-files.js';
import { measureFile, type Measurement, type PlainFile } from './verify/index.js';

export interface PlainOptions extends Omit<PlainFile, 'hierarchies'> {
  /** Folder of `<dataset>_hierarchy_<column>.csv`. */
  readonly hierarchyFolder?: string;
  readonly dataset?: string;
}

/** Figures of any CSV file: k, classes, risks; with the file before it also what was lost. @throws MeasureRefused */
export async function measurePlainFile({ hierarchyFolder, dataset, ...file }: PlainOptions): Promise<Measurement> {
  if (hierarchyFolder === undefined) return measureFile(file);
  return measureFile({ ...file, hierarchies: await hierarchyFiles(hierarchyFolder, file.quasiIdentifiers, dataset) });
}
