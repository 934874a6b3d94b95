import { IsOptional, IsString, Length, Matches } from 'class-validator';

export class PublishReportDto {
  /** `contentSha256` of the preview that you read */
  @Matches(/^[0-9a-f]{64}$/, { message: 'contentSha256 must be the hash that the preview gave.' })
  contentSha256!: string;

  /** From the second edition on: why there is another one, in words for the public */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/, { message: 'correction must say something.' })
  correction?: string;
}
