import type { CataloguedRelease, ReleasedFile } from './catalogued-dataset.js';

/** What kind of file it is. */
export interface FileForm {
  readonly mediaType: string;
  /** For people */
  readonly format: string;
  /** Address of the standard that it keeps to */
  readonly standard?: string;
  /** Media type of the compression around it */
  readonly compression?: string;
}

/** What a file that is not the data itself tells. */
interface Paper {
  readonly mediaType: string;
  readonly title: string;
}

const CSV = { mediaType: 'text/csv', standard: 'https://www.rfc-editor.org/rfc/rfc4180' };
const GZIP = 'application/gzip';

const DATA: Readonly<Record<string, FileForm>> = {
  'data.csv': { ...CSV, format: 'CSV' },
  'data.csv.gz': { ...CSV, format: 'CSV, compressed', mediaType: GZIP, compression: GZIP },
  'data.jsonl': { mediaType: 'application/jsonl', format: 'JSON Lines' },
  'data.jsonl.gz': { mediaType: GZIP, format: 'JSON Lines, compressed', compression: GZIP },
  'data.parquet': { mediaType: 'application/vnd.apache.parquet', format: 'Parquet' },
  'data.xlsx': {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    format: 'Excel (XLSX)',
  },
};

const PAPERS: Readonly<Record<string, Paper>> = {
  'dictionary.json': { mediaType: 'application/json', title: 'Data dictionary' },
  'dictionary.csv': { mediaType: 'text/csv', title: 'Data dictionary as a table' },
  'datapackage.json': { mediaType: 'application/json', title: 'Data package' },
  'data.csv-metadata.json': { mediaType: 'application/csvm+json', title: 'CSV on the Web: metadata' },
  'report.html': { mediaType: 'text/html', title: 'What protecting people cost' },
  'report.json': { mediaType: 'application/json', title: 'What protecting people cost, for programs' },
  'CHANGELOG.md': { mediaType: 'text/markdown', title: 'What changed' },
  'diff.json': { mediaType: 'application/json', title: 'What changed, for programs' },
  'CITATION.cff': { mediaType: 'application/yaml', title: 'How to cite it' },
  SHA256SUMS: { mediaType: 'text/plain', title: 'Checksums' },
};

/** The dictionary is said apart from the other papers. */
export const DICTIONARY = 'dictionary.json';

/** The files that hold the rows, each with its form. A form that is not known here is told by its ending. */
export function dataFiles({ files }: CataloguedRelease): (ReleasedFile & FileForm)[] {
  return files
    .filter(({ name }) => name.startsWith('data.') && !(name in PAPERS))
    .map((file) => ({ ...file, ...(DATA[file.name] ?? unknownForm(file.name)) }));
}

/** The files about them, in the order of the release. */
export function papersOf({ files }: CataloguedRelease): (ReleasedFile & Paper)[] {
  return files.flatMap((file) => {
    const paper = PAPERS[file.name];
    return paper ? [{ ...file, ...paper }] : [];
  });
}

const unknownForm = (name: string): FileForm => ({
  mediaType: 'application/octet-stream',
  format: name.slice('data.'.length).toUpperCase(),
});
