import { IsIn, IsOptional } from 'class-validator';

export class BulkOptionsDto {
  /** `true`: one report at fault, and none is taken */
  @IsOptional()
  @IsIn(['true', 'false'])
  'all-or-nothing'?: 'true' | 'false';
}
