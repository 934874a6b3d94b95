import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Length, Matches, ValidateNested } from 'class-validator';

const HASH = { message: '$property must be a SHA-256 as the summary says it.' };

export class DraftSummaryDto {
  /** What the public is to read of the case, 40 to 10,000 characters; kept sealed. Not the narrative: your own words. */
  @IsString()
  @Length(40, 10_000)
  @Matches(/\S/, { message: 'text must say something.' })
  text!: string;
}

export class RewriteSummaryDto extends DraftSummaryDto {
  /** The `textSha256` of the text that you have read */
  @Matches(/^[0-9a-f]{64}$/, HASH)
  replaces!: string;
}

export class SummaryTextDto {
  /** The `textSha256` of the text that you have read */
  @Matches(/^[0-9a-f]{64}$/, HASH)
  textSha256!: string;
}

export class KeptHitDto {
  /** The hit's `hitId` */
  @Matches(/^[0-9a-f]{16}$/, { message: '$property must be a hitId as the summary says it.' })
  hitId!: string;

  /** Why it may stay in a public text; kept sealed */
  @IsString()
  @Length(3, 1000)
  @Matches(/\S/, { message: 'reason must say why.' })
  reason!: string;
}

export class KeepHitsDto extends SummaryTextDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => KeptHitDto)
  hits!: KeptHitDto[];
}

export class ApproveSummaryDto extends SummaryTextDto {
  /** The `reviewSha256` of what you have read: the text, each hit, and what was decided about it */
  @Matches(/^[0-9a-f]{64}$/, HASH)
  reviewSha256!: string;
}
