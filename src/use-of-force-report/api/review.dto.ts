import { IsIn, IsOptional, IsString, Length } from 'class-validator';

export class ReviewDto {
  @IsIn(['accept', 'return'])
  decision!: 'accept' | 'return';

  /** What the department is to mend; needed to return a report. The department reads it. */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  reasons?: string;
}
