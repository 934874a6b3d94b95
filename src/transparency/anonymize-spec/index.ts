export { runSpec, type SpecResult } from './run-spec.js';
