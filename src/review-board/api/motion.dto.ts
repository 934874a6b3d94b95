import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { type Choice, CHOICES } from '../rules/seat.js';

export class MoveMotionDto {
  @IsUUID()
  agendaItemId!: string;

  @IsString()
  @Length(1, 5000)
  text!: string;

  /** Member ids of two different people who are present and not recused */
  @IsUUID()
  moverId!: string;

  @IsUUID()
  seconderId!: string;

  @IsOptional()
  @IsUUID()
  allegationId?: string | null;

  /** A code of the case's charter: carrying the motion makes it the board's finding on the allegation */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  proposedFinding?: string | null;
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
