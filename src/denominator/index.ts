export { TellDenominator } from './actions/tell-denominator.js';
export { DenominatorModule } from './denominator.module.js';
export { PublicDenominatorReader } from './records/public-denominator.reader.js';
