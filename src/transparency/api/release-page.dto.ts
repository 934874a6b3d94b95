import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

export class ReleasePageDto {
  /** How many at most, 1 to 200; 50 when absent */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  /** The `next` of the page before */
  @IsOptional()
  @IsUUID()
  after?: string;
}
