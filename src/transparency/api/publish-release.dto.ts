import { IsISO8601, Matches } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

export class PublishReleaseDto {
  /** Published now, before the public from then on: an ISO time with its zone, in the future, a year at most. Now when absent */
  @Optional()
  @IsISO8601({ strict: true })
  @Matches(/(Z|[+-]\d\d:\d\d)$/, { message: 'publishAt must say its zone.' })
  publishAt?: string;
}
