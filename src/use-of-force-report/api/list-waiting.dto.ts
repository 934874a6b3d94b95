import { IsOptional, IsUUID } from 'class-validator';
import { PageDto } from './list-reports.dto.js';

export class ListWaitingDto extends PageDto {
  /** Only this department's */
  @IsOptional()
  @IsUUID()
  departmentId?: string;
}
