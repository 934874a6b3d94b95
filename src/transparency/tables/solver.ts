import load, { type Highs } from 'highs';

// Its types describe the CommonJS build; the ES module that runs here has the loader itself as its default export.
const start = load as unknown as typeof load.default;

let loading: Promise<Highs> | undefined;

/** HiGHS (University of Edinburgh, MIT) as WebAssembly, loaded once. */
export const solver = (): Promise<Highs> => (loading ??= start());

export type { Highs, Model } from 'highs';

/** HiGHS model statuses that we tell apart. */
export const OPTIMAL = 7;
export const INFEASIBLE = 8;
export const UNBOUNDED_OR_INFEASIBLE = 9;
export const TIME_LIMIT = 13;
