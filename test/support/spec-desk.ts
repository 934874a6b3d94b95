import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSpec } from '../../src/transparency/anonymize-spec/index.js';

export const EXAMPLE_DATA = 'docs/examples/stops.csv';
export const example = JSON.parse(readFileSync('docs/examples/stops.spec.json', 'utf8'));
export const columnOf = (name: string) => example.columns.find((column: { name: string }) => column.name === name);
/** The example's columns, some left out. */
export const without = (...names: string[]) =>
  example.columns.filter(({ name }: { name: string }) => !names.includes(name));

/** Runs specs over files, each into a directory of its own, in a folder that goes at the end. */
export class SpecDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'redress-spec-'));
  private runs = 0;

  /** Where the last run wrote, or would have written. */
  get out(): string {
    return join(this.folder, `out-${this.runs}`);
  }

  async run(spec: unknown, data = readFileSync(EXAMPLE_DATA, 'utf8')) {
    this.runs++;
    const { folder, out } = this;
    const [specPath, dataPath] = [join(folder, 'x.spec.json'), join(folder, 'x.csv')];
    writeFileSync(specPath, typeof spec === 'string' ? spec : JSON.stringify(spec));
    writeFileSync(dataPath, data);
    writeFileSync(join(folder, 'stops.place.csv'), readFileSync('docs/examples/stops.place.csv'));
    const result = await runSpec({ specPath, dataPath, out });
    return { ...result, out, text: readFileSync(join(out, 'data.csv'), 'utf8') };
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}
