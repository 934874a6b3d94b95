import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { REFERRED_TO, type ReferredTo, REVIEW_DECISIONS, type ReviewDecision } from '../rules/review-decision.js';

export class ReportReviewDto {
  /**
   * `accept`: to the next level, or accepted at the last. `refer`: the same, and on to the board or into a complaint.
   * `return`: to be told anew. `skip`: this level lets it pass
   */
  @IsIn(REVIEW_DECISIONS)
  decision!: ReviewDecision;

  /** Needed for all but an acceptance. Of a return the department reads them; the others stay with the agency */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  reasons?: string;

  /** Codes of the charter's `forceReview.findings` */
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  findings?: string[];

  /** Where it goes, when it is referred */
  @IsOptional()
  @IsIn(REFERRED_TO)
  referTo?: ReferredTo;

  /** The level that you decide, by its code in the charter: needed where there are several and no If-Match is sent */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  level?: string;
}
