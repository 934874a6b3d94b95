import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { FormFields } from './form-fields.js';

/** What cannot be taken back is not done by one slip of the finger. @throws RuleBroken invalid (422) */
export function refuseUnsure(fields: FormFields): void {
  if (fields.one('sure') === 'yes') return;
  const fault = { path: '/sure', code: 'not-sure', message: 'Say that you are sure.' };
  throw new RuleBroken('invalid', 'Say that you are sure.', 422, [fault]);
}
