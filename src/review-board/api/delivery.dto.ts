import { Type } from 'class-transformer';
import { IsDate, IsString, Length, Matches } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

export class DeliverRecommendationDto {
  /** A code of the charter's `afterVote.deliveryWays` */
  @IsString()
  @Length(1, 100)
  way!: string;

  /** Now at the latest */
  @Type(() => Date)
  @IsDate()
  deliveredAt!: Date;

  /** Who took it; kept sealed */
  @IsString()
  @Length(1, 200)
  recipient!: string;

  /** Of the bytes that were handed over, in hex; left out: it was the recommendation's own document */
  @Optional()
  @Matches(/^[0-9a-f]{64}$/)
  documentSha256?: string;

  /** What shows it, e.g. a tracking number; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 2000)
  proof?: string;
}
