import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

export class PageDto {
  /** The `next` of the page before */
  @IsOptional()
  @IsUUID()
  after?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

export class ListReportsDto extends PageDto {
  /** Only those that stand so */
  @IsOptional()
  @IsIn(['submitted', 'returned', 'accepted'])
  status?: 'submitted' | 'returned' | 'accepted';

  /** Only this department's */
  @IsOptional()
  @IsUUID()
  departmentId?: string;
}
