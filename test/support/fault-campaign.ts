import fc from 'fast-check';
import { anonymize, type Anonymization, type Problem } from '../../src/transparency/anonymize/index.js';
import { brokenPromises } from './broken-promises.js';
import { MUTATIONS } from './mutations.js';
import { randomDemands } from './random-demands.js';
import type { TestFolder } from './sample-release.js';
import { textsOf, writtenRelease, type WrittenRelease } from './written-release.js';

/** What a campaign found. A disagreement is between the verifier and the slow oracle. */
export interface CampaignResult {
  outputs: number;
  published: number;
  /** Kind of mutation → mutants that break a promise, and how many of them were refused. */
  readonly mutants: Map<string, { broken: number; refused: number }>;
  readonly codes: Set<string>;
  readonly disagreements: string[];
}

/**
 * Random small problems × models × metrics: the engine's output, written by a writer of its own, must be found sound;
 * each of its mutants must be refused exactly when the oracle says that it breaks a promise.
 */
export async function faultCampaign(
  folder: TestFolder,
  { outputs, mutantsPerOutput, seed }: { outputs: number; mutantsPerOutput: number; seed: number },
): Promise<CampaignResult> {
  const result: CampaignResult = {
    outputs: 0,
    published: 0,
    mutants: new Map(),
    codes: new Set(),
    disagreements: [],
  };
  const kinds = Object.entries(MUTATIONS);
  const draw = drawer(seed);
  const ask = async (release: WrittenRelease): Promise<boolean> => {
    const { csv, manifest, subjects } = textsOf(release);
    const { ok, violations } = await folder.verify({ csv, manifest }, subjects);
    for (const { code } of violations) result.codes.add(code);
    return ok;
  };
  for (let part = 0; result.outputs < outputs; part++)
    for (const problem of fc.sample(randomDemands, { numRuns: 100, seed: seed + part })) {
      const found = attempt(problem);
      if (found === null || result.outputs >= outputs) continue;
      const release = writtenRelease(problem, found);
      result.outputs++;
      const sound = brokenPromises(release, problem);
      if (!(await ask(release)) || sound.length > 0)
        result.disagreements.push(`output ${result.outputs}: the oracle says ${sound.join() || 'sound'}`);
      if (release.rows.length === 0) continue;
      result.published++;
      for (let i = 0; i < mutantsPerOutput; i++) {
        const [kind, mutate] = kinds[draw(kinds.length)]!;
        const mutant = mutate({ release, problem, result: found, draw });
        const broken = brokenPromises(mutant, problem);
        const refused = !(await ask(mutant));
        if (refused !== broken.length > 0)
          result.disagreements.push(`${kind} of output ${result.outputs}: the oracle says ${broken.join() || 'sound'}`);
        if (broken.length === 0) continue;
        const tally = result.mutants.get(kind) ?? { broken: 0, refused: 0 };
        result.mutants.set(kind, { broken: tally.broken + 1, refused: tally.refused + Number(refused) });
      }
    }
  return result;
}

function attempt(problem: Problem): Anonymization | null {
  try {
    return anonymize(problem);
  } catch {
    return null;
  }
}

/** Whole numbers below a limit, the same in every run (xorshift). */
function drawer(seed: number): (limit: number) => number {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, limit);
  };
}
