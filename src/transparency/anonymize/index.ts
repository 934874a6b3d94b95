export { anonymize } from './anonymize.js';
export { anonymizeInParallel, type Threads } from './in-parallel/anonymize-in-parallel.js';
export { AnonymizationRefused, type RefusalCode } from './anonymization-refused.js';
export { Dictionary } from './dictionary.js';
export { evaluator, type Evaluation } from './evaluate.js';
export { ANY, buildHierarchy, UNKNOWN, type Hierarchy, type Level } from './hierarchy.js';
export { bands, type BandLimits, type BandStep } from './hierarchies/bands.js';
export { dates, type DateStep } from './hierarchies/dates.js';
export { geography, type GeographyRule } from './hierarchies/geography/geography.js';
export type { AddressPoint, Place } from './hierarchies/geography/place.js';
export { groups } from './hierarchies/groups.js';
export { intervals } from './hierarchies/intervals.js';
export { table } from './hierarchies/table.js';
export { anonymizeTables } from './linked/anonymize-tables.js';
export { linkTables, NOT_OF_THIS_TABLE } from './linked/link-tables.js';
export type { AnonymizedTable, LinkedAnonymization, LinkedTable, LinkedTables } from './linked/linked-tables.js';
export {
  aggregatedColumn,
  type AggregatedColumn,
  type AggregationOptions,
} from './microaggregate/aggregated-column.js';
export { lostVariance, type GroupedValues } from './microaggregate/grouped-values.js';
export { nearbyGroups } from './microaggregate/nearby-groups.js';
export { optimalGroups } from './microaggregate/optimal-groups.js';
export type { Aggregate, LossVector, Metric } from './metric.js';
export type { PrivacyModel } from './privacy-model.js';
export type { Anonymization, Problem, Progress, QuasiIdentifier, SensitiveAttribute } from './problem.js';
export { recode } from './recode/recode.js';
export { recodedTable, type RecodedTable } from './recode/recoded-table.js';
export type { Recoding, RecodingOptions, Round } from './recode/recoding.js';
export type { RecodingLoss } from './recode/recoding-loss.js';
