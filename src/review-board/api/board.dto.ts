import { IsISO8601, IsString, IsUUID, Length, Matches } from 'class-validator';

const DAY = /^\d{4}-\d\d-\d\d$/;

export class FoundBoardDto {
  @IsString()
  @Length(1, 200)
  name!: string;
}

export class SeatMemberDto {
  /** A staff account with the role board_member */
  @IsUUID()
  staffId!: string;

  /** The authority whose seat it is, e.g. `mayor`, `city council` */
  @IsString()
  @Length(1, 200)
  appointedBy!: string;

  /** First day of the term, YYYY-MM-DD */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  termFrom!: string;

  /** Last day of the term, YYYY-MM-DD */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  termTo!: string;
}
