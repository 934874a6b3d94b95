import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** A page of a list that goes by id. */
export class PageDto {
  /** How many, 50 when not said */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  /** The id of the last item of the page before, or the `next` of its answer */
  @IsOptional()
  @IsUUID()
  after?: string;
}
