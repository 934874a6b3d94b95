import type { Command } from 'commander';
import { RuleBroken } from '../platform/errors/rule-broken.js';
import { runSpec, type SpecResult } from '../transparency/index.js';
import { answer, say } from './say.js';

export interface SpecAsked {
  spec?: string;
  data?: string[];
  out?: string;
  json?: boolean;
}

const STEPS = {
  snapshot: 'reading …',
  search: 'searching for the transformation of least loss …',
  transform: 'transforming …',
  write: 'writing …',
};

export function addSpecOptions(command: Command): void {
  command
    .option(
      '--spec <file>',
      'JSON spec of a release (docs/release-spec.schema.json) of the one file of --data, into --out',
    )
    .option('--out <directory>', 'where data.csv and its manifest are written: new or empty');
}

/** A release of any CSV file, without a database. @throws RuleBroken */
export async function anonymizeSpec(specPath: string, { data = [], out, json }: SpecAsked): Promise<void> {
  const [dataPath] = data;
  if (dataPath === undefined || data.length > 1 || out === undefined)
    throw new RuleBroken('spec-options', '--spec needs one file with --data and a directory with --out.', 422);
  const result = await runSpec({
    ...{ specPath, dataPath, out },
    onStep: (step) => {
      say(STEPS[step]);
    },
  });
  inWords(result).forEach(say);
  say(`${out} holds the release; check it with: redress verify ${out}`);
  if (json) answer(summary(out, result));
}

function inWords({ manifest: { columns, input, suppressed, k, engine } }: SpecResult): string[] {
  const shown = columns.flatMap(({ name, shownAs }) => (shownAs === undefined ? [] : [`  ${name}: ${shownAs}`]));
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
  return [
    ...shown,
    `${input.rows - suppressed.rows} of ${input.rows} rows; ${suppressed.units} of ${input.units} units left out (${percent(suppressed.shareOfUnits)})`,
    `at least ${engine.smallestClass} share each description, ${k} must; ` +
      (engine.optimal
        ? 'the least loss that is possible, proven'
        : `at most ${percent(engine.gap)} above the least loss that is possible`),
  ];
}

function summary(out: string, { manifest, seconds }: SpecResult): object {
  const { dataset, k, input, suppressed, file, engine, columns } = manifest;
  const shownAs = columns.flatMap((column) => (column.shownAs === undefined ? [] : [[column.name, column.shownAs]]));
  return {
    out,
    dataset,
    k,
    input,
    suppressed,
    file,
    shownAs: Object.fromEntries(shownAs) as object,
    ...engine,
    seconds,
  };
}
