import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { type OpinionKind, OPINION_KINDS } from '../rules/opinion.js';
import { type Choice, CHOICES } from '../rules/seat.js';

export class MoveMotionDto {
  @IsUUID()
  agendaItemId!: string;

  /** Of an amendment: the other motion, as it would read */
  @IsString()
  @Length(1, 5000)
  text!: string;

  /** Member id of somebody who is present and not recused */
  @IsUUID()
  moverId!: string;

  /** Of another one; left out only where the charter needs none */
  @IsOptional()
  @IsUUID()
  seconderId?: string | null;

  /** An open motion under the same item, on which nobody has voted yet: this one is on its words */
  @IsOptional()
  @IsUUID()
  amends?: string | null;

  /** A decided motion of the same board on the same case: this one puts it to the vote again */
  @IsOptional()
  @IsUUID()
  reconsiders?: string | null;

  @IsOptional()
  @IsUUID()
  allegationId?: string | null;

  /** A code of the case's charter: carrying the motion makes it the board's finding on the allegation; of an amendment, what the other motion would find */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  proposedFinding?: string | null;
}

export class ResumeMotionDto {
  /** Of an open meeting of the same board, on the same case */
  @IsUUID()
  agendaItemId!: string;
}

export class CastVoteDto {
  @IsIn(CHOICES)
  choice!: Choice;

  /** Kept encrypted with the case */
  @IsOptional()
  @IsString()
  @Length(1, 10_000)
  reason?: string | null;
}

export class CastingVoteDto {
  @IsIn(['yes', 'no'])
  choice!: 'yes' | 'no';
}

export class FileOpinionDto {
  @IsIn(OPINION_KINDS)
  kind!: OpinionKind;

  /** Kept encrypted with the case; told in public when the clerk publishes it */
  @IsString()
  @Length(1, 50_000)
  text!: string;
}
