import { Type } from 'class-transformer';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

/** A page of a list that goes by id. */
export class PageDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 100;

  /** `next` of the page before */
  @Optional()
  @IsUUID()
  after?: string;
}
