import { Catch } from '@nestjs/common';
import { ProblemFilter } from '../../../platform/errors/problem.filter.js';

/** The same "no" under the one type that clients of SODA read: soda-js finds no message in `application/problem+json`. */
@Catch()
export class SodaProblemFilter extends ProblemFilter {
  protected override readonly mediaType = 'application/json';
}
