import type { Command } from 'commander';
import { RuleBroken } from '../platform/errors/rule-broken.js';
import {
  type CaseFailure,
  type CasePaths,
  type CaseResult,
  isFailure,
  KNOWN_AGGREGATES,
  KNOWN_METRICS,
  KNOWN_MODELS,
  runCases,
  runUtilities,
  type UtilityResult,
} from '../transparency/index.js';
import { answer, say } from './say.js';

export interface CasesAsked {
  cases?: string;
  utility?: string;
  data?: string[];
  hierarchies?: string;
  seconds?: string;
  json?: boolean;
}

const SHAPE = `
Cases (--cases): a JSON list of
  {"id": "stops#1", "dataset": "stops.csv", "quasiIdentifiers": [{"name": "age"}, {"name": "race"}],
   "sensitiveAttribute": "reason", "suppressionLimit": 0.05, "models": [{"type": "KAnonymity", "k": 5}],
   "metric": {"name": "Loss", "aggregate": "Geometric mean", "gsFactor": 0.5}, "attributeWeights": {"age": 1}}
Printed per case: id, transformation (a level per quasi-identifier), informationLoss, suppressed, checked, seconds, optimal.
Losses (--utility): the same with "nodeLoss": {"[0, 1]": …} or ["[0, 1]", …] instead of an id; printed with the losses.
A case that cannot be done gives a line with its error; the others are done, and the exit code is 1.
  models:     ${inLines(KNOWN_MODELS)}
              (k, l, c, t, b, threshold as each needs; estimator: Shannon or Grassberger; attribute)
  metrics:    ${inLines(KNOWN_METRICS)}
  aggregates: ${inLines(KNOWN_AGGREGATES)}
Data: separated by ; or , or tab, with a header, gzipped or not. Hierarchies: <folder>/<dataset>_hierarchy_<column>.csv, one
line per value without a header: 34;30-39;20-39;* for example.`;

/** A list that begins at column 14, three names a line. */
function inLines(names: readonly string[]): string {
  return names.reduce((text, name, at) => `${text},${at % 3 === 0 ? '\n              ' : ' '}${name}`);
}

export function addCaseOptions(command: Command): void {
  command
    .option('--cases <file>', 'JSON list of cases: data file, quasi-identifiers, privacy models, metric')
    .option('--utility <file>', 'JSON list of transformations to measure instead')
    .option('--data <files...>', 'CSV files that the cases name, gzipped or not')
    .option('--hierarchies <folder>', 'folder of <dataset>_hierarchy_<column>.csv')
    .option('--seconds <number>', 'most seconds for a search; the best so far is then given, with optimal: false')
    .addHelpText('after', SHAPE);
}

/** One line per case; exit code 1 when one of them was refused. @throws RuleBroken */
export function anonymizeCases({ cases, utility, data, hierarchies, seconds, json }: CasesAsked): void {
  if (cases === undefined && utility === undefined)
    throw new RuleBroken(
      'case-options',
      'Give --cases, --utility or --spec: a JSON file (--help shows its shape).',
      422,
    );
  if (!data?.length || hierarchies === undefined)
    throw new RuleBroken('case-options', 'Give the data files with --data and the folder with --hierarchies.', 422);
  const budgetMs = seconds === undefined ? undefined : Number(seconds) * 1000;
  if (budgetMs !== undefined && !(budgetMs > 0))
    throw new RuleBroken('case-options', `--seconds is a number above 0, not "${seconds ?? ''}".`, 422);
  const paths: CasePaths = { data, hierarchies };
  for (const line of each(cases, utility, paths, budgetMs)) {
    if (isFailure(line)) process.exitCode = 1;
    if (json) answer(line);
    else say(inWords(line));
  }
}

type Line = CaseResult | UtilityResult | CaseFailure;

function* each(
  cases: string | undefined,
  utility: string | undefined,
  paths: CasePaths,
  budgetMs: number | undefined,
): Generator<Line> {
  if (cases !== undefined) yield* runCases(cases, paths, budgetMs);
  if (utility !== undefined) yield* runUtilities(utility, paths);
}

function inWords(line: Line): string {
  if (isFailure(line)) return `${line.error} (${line.code})`;
  if ('nodeLoss' in line) return `${line.dataset}, ${line.metric}: ${JSON.stringify(line.nodeLoss)}`;
  const { id, transformation, informationLoss, suppressed, optimal, seconds } = line;
  return (
    `${id}: [${transformation.join(', ')}], loss ${informationLoss.toString()}, ${suppressed} suppressed, ` +
    `${optimal ? 'proven optimal' : 'not proven'}, ${seconds.toFixed(2)} s`
  );
}
