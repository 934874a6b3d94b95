import { IsISO8601, IsString, Length, Matches } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

export class DeliverRecommendationDto {
  /** A code of the charter's `afterVote.deliveryWays` */
  @IsString()
  @Length(1, 100)
  way!: string;

  /** ISO 8601 with the offset, e.g. 2026-03-10T18:00:00-05:00; now at the latest */
  @Matches(/^.{1,20}T.{1,40}(Z|[+-]\d\d:\d\d)$/, {
    message: 'deliveredAt must be a time with its offset, e.g. 2026-03-10T18:00:00-05:00',
  })
  @IsISO8601({ strict: true, strictSeparator: true })
  deliveredAt!: string;

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
