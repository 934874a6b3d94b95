import type { ValidationError } from '@nestjs/common';
import { type Fault, RuleBroken } from './rule-broken.js';

/** What class-validator found, each fault with a JSON pointer to its place. */
export function validationProblem(errors: ValidationError[]): RuleBroken {
  const faults = errors.flatMap((error) => faultsOf(error, ''));
  const count = faults.length === 1 ? 'One thing is' : `${faults.length} things are`;
  return new RuleBroken('invalid', `${count} wrong with what was sent; \`errors\` says where.`, 422, faults);
}

function faultsOf(error: ValidationError, parent: string): Fault[] {
  const path = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    path,
    code:
      rule === 'whitelistValidation' ? 'unknown-field' : rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    message: rule === 'whitelistValidation' ? `${error.property} is not a field here: leave it out.` : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
}
