import { Type } from 'class-transformer';
import { IsOptional, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { AddAgendaItemDto } from './meeting.dto.js';

export class WithdrawItemDto {
  @IsUUID()
  itemId!: string;
}

export class RetitleItemDto extends WithdrawItemDto {
  @IsString()
  @Length(1, 500)
  title!: string;
}

/** One change: exactly one of `add`, `withdraw` and `retitle`. */
export class AmendAgendaDto {
  @IsOptional()
  @ValidateNested()
  @Type(() => AddAgendaItemDto)
  add?: AddAgendaItemDto | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => WithdrawItemDto)
  withdraw?: WithdrawItemDto | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => RetitleItemDto)
  retitle?: RetitleItemDto | null;

  /** After the notice deadline: a code of the charter's lateAmendmentGrounds */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  lateGround?: string | null;
}
