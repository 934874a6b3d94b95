import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class BulkOptionsDto {
  /** `true`: one report at fault, and none is taken */
  @IsOptional()
  @IsIn(['true', 'false'])
  'all-or-nothing'?: 'true' | 'false';

  /** For a table: by which of your mappings it is to be read */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  mapping?: string;
}
