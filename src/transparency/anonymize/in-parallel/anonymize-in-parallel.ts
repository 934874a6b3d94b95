import { drive } from '../drive.js';
import type { Anonymization, Problem } from '../problem.js';
import type { Lane } from '../search-terms.js';
import { undertake, type Undertaking } from '../undertaking.js';
import { Checker } from './checker.js';
import { share } from './share.js';

export interface Threads {
  /** How many nodes are checked at a time, each by a thread of its own. */
  readonly threads: number;
  /** Milliseconds that the search goes on without threads, which cost more than a short search does. Default 300. */
  readonly aloneMs?: number;
  /** Options of the threads' Node. Default: those of this process, which must be able to read this very file. */
  readonly execArgv?: readonly string[];
}

const ALONE_MS = 300;

/**
 * As `anonymize`, by several threads over one shared base. The optimum's loss is the same; of several transformations
 * that have it another may be found.
 * @throws AnonymizationRefused as `anonymize`
 */
export async function anonymizeInParallel(problem: Problem, { threads, ...how }: Threads): Promise<Anonymization> {
  const undertaking = undertake(problem, threads > 1 ? share : undefined);
  const { search, lattice, nodes, limits, finish } = undertaking;
  const check = (node: number) => nodes.check(lattice.transformation(node), search.bestLoss);
  drive(search.begin(), check);
  const first = search.lane(limits);
  const alone = performance.now() + (how.aloneMs ?? ALONE_MS);
  const step = drive(first, check, () => threads <= 1 || performance.now() < alone);
  if (step.done !== true) await divide(undertaking, { lane: first, step }, threads, how.execArgv);
  return finish();
}

/** Where a lane stands: the node that it waits for. */
interface Stand {
  readonly lane: Lane;
  readonly step: IteratorYieldResult<number>;
}

async function divide(undertaking: Undertaking, first: Stand, threads: number, execArgv?: readonly string[]) {
  const { task, search, limits } = undertaking;
  const own = { ...task, snapshotBytes: task.snapshotBytes / threads };
  const checkers = Array.from({ length: threads }, () => new Checker(own, execArgv));
  try {
    await Promise.all(
      checkers.map(async (checker, i) => {
        const lane = i === 0 ? first.lane : search.lane(limits);
        await follow(undertaking, checker, lane, i === 0 ? first.step : lane.next());
      }),
    );
  } finally {
    await Promise.all(checkers.map((checker) => checker.end()));
  }
}

async function follow(
  { search, lattice }: Undertaking,
  checker: Checker,
  lane: Lane,
  from: IteratorResult<number, void>,
) {
  for (let step = from; step.done !== true;) {
    const levels = lattice.transformation(step.value);
    step = lane.next(await checker.ask({ levels, best: search.bestLoss }));
  }
}
