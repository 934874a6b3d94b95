export { anonymize } from './anonymize.js';
export { AnonymizationRefused, type RefusalCode } from './anonymization-refused.js';
export { Dictionary } from './dictionary.js';
export { ANY, buildHierarchy, UNKNOWN, type Hierarchy, type Level } from './hierarchy.js';
export { bands, type BandLimits } from './hierarchies/bands.js';
export { dates, type DateStep } from './hierarchies/dates.js';
export { groups } from './hierarchies/groups.js';
export { table } from './hierarchies/table.js';
export type { Anonymization, Problem, Progress, QuasiIdentifier } from './problem.js';
