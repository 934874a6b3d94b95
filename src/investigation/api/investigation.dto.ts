import { ArrayMaxSize, IsArray, IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class WritePlanDto {
  /** Kept sealed */
  @IsString()
  @Length(1, 50_000)
  text!: string;
}

export class WriteNoteDto {
  /** ISO date of what is noted, today at the latest */
  @Matches(ISO_DATE)
  on!: string;

  /** Kept sealed */
  @IsString()
  @Length(1, 20_000)
  text!: string;

  /** The note that this one puts right; it stays */
  @Optional()
  @IsUUID()
  supersedes?: string;
}

export class ReviewDto {
  @IsIn(['approve', 'return'])
  decision!: 'approve' | 'return';

  /** What is to be mended, each to be answered; with `return` alone. Kept sealed */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 5000, { each: true })
  points: string[] = [];
}

export class AnswerPointDto {
  /** Kept sealed */
  @IsString()
  @Length(1, 5000)
  text!: string;
}
