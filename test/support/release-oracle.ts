import { readFileSync } from 'node:fs';
import { datasetId } from '../../src/transparency/published/soda/dataset-id.js';
import { readCsv } from './release-desk.js';
import { Chance } from './soql/chance.js';

type Rows = readonly Record<string, string>[];

/** What a client asks of a dataset's newest release, and what the file of whichever release answers says to it. */
export interface PublicQuestion {
  readonly url: string;
  readonly told: (text: string) => unknown;
  readonly expected: (rows: Rows, file: string) => unknown;
}

const PAGE = 20;

/** Random questions: pages, filters, counts, files. Each has one right answer in each release. */
export class PublicQuestions {
  private readonly resource: string;
  private readonly native: string;

  constructor(jurisdiction: string, dataset: string) {
    this.resource = `/resource/${datasetId(jurisdiction, dataset)}.json`;
    this.native = `/api/v1/datasets/${jurisdiction}/${dataset}`;
  }

  random(chance: Chance): PublicQuestion {
    const finding = chance.from(['sustained', 'unfounded', 'exonerated']);
    const from = chance.to(200) * PAGE;
    const kinds = [
      () => this.page(from),
      () => this.page(0),
      () => this.filtered(finding),
      () => this.counted('finding'),
      () => this.counted('allegation'),
      () => this.total(),
      () => this.csv(finding),
    ];
    return chance.of(0.02) ? this.file() : chance.from(kinds)();
  }

  private page(from: number): PublicQuestion {
    return {
      url: `${this.resource}?$limit=${PAGE}&$offset=${from}`,
      told: (text) => (JSON.parse(text) as Record<string, unknown>[]).map(filled),
      expected: (rows) => rows.slice(from, from + PAGE).map(filled),
    };
  }

  private filtered(finding: string): PublicQuestion {
    return {
      url: `${this.native}/rows?finding=${finding}&limit=${PAGE}`,
      told: (text) => (JSON.parse(text) as { rows: { complaint: string }[] }).rows.map(({ complaint }) => complaint),
      expected: (rows) =>
        rows
          .filter((row) => row.finding === finding)
          .slice(0, PAGE)
          .map(({ complaint }) => complaint),
    };
  }

  private counted(column: string): PublicQuestion {
    return {
      url: `${this.resource}?$select=${column},count(*)&$group=${column}&$order=${column}&$limit=5000`,
      told: (text) =>
        new Map(
          (JSON.parse(text) as Record<string, string>[]).map((group) => [group[column] ?? '', Number(group['count'])]),
        ),
      expected: (rows) =>
        new Map([...Map.groupBy(rows, (row) => row[column] ?? '')].map(([value, { length }]) => [value, length])),
    };
  }

  private total(): PublicQuestion {
    return {
      url: `${this.resource}?$select=count(*)`,
      told: (text) => JSON.parse(text) as unknown,
      expected: (rows) => [{ count: String(rows.length) }],
    };
  }

  private csv(finding: string): PublicQuestion {
    return {
      url: `${this.native}/rows.csv?finding=${finding}`,
      told: (text) => readCsv(text),
      expected: (rows) => rows.filter((row) => row.finding === finding),
    };
  }

  private file(): PublicQuestion {
    return { url: `${this.native}/rows.csv`, told: (text) => text, expected: (_rows, file) => file };
  }
}

/** The files of releases as they lie on the disk, read apart from the API. */
export class ReleaseOracle {
  private readonly files = new Map<string, { text: string; rows: Rows }>();

  constructor(private readonly pathOf: (version: string) => string) {}

  expected(question: PublicQuestion, version: string): unknown {
    const known = this.files.get(version) ?? this.read(version);
    return question.expected(known.rows, known.text);
  }

  private read(version: string): { text: string; rows: Rows } {
    const text = readFileSync(this.pathOf(version), 'utf8');
    const file = { text, rows: readCsv(text) };
    this.files.set(version, file);
    return file;
  }
}

/** What is empty is left out, and values are texts. */
const filled = (row: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== '' && value !== null)
      .map(([name, value]) => [name, String(value)]),
  );
