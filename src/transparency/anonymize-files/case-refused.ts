import { RuleBroken } from '../../platform/errors/rule-broken.js';

export type RefusalCode =
  | 'cases-unreadable'
  | 'case-malformed'
  | 'model-unknown'
  | 'metric-unknown'
  | 'case-file-missing'
  | 'case-file-malformed'
  | 'case-column-missing'
  | 'case-value-unknown';

/** A case, or a file that it names, cannot be used: what is wrong, where, and what would do. */
export class CaseRefused extends RuleBroken {
  constructor(code: RefusalCode, message: string) {
    super(code, message, 422);
    this.name = 'CaseRefused';
  }
}
