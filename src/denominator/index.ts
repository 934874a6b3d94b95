export { TellDenominator } from './actions/tell-denominator.js';
export { DenominatorModule } from './denominator.module.js';
