import { ArrayMaxSize, IsArray, IsIn, IsString, IsUUID, Length } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

/** What the officer was at the incident; what is left out is taken from their posts of that day. */
class PositionDto {
  @Optional()
  @IsString()
  @Length(1, 100)
  rankAtIncident?: string;

  @Optional()
  @IsString()
  @Length(1, 100)
  unitAtIncident?: string;

  /** What the unit belongs to: a precinct, a bureau */
  @Optional()
  @IsString()
  @Length(1, 100)
  commandAtIncident?: string;
}

/** Either `officerId` of a known officer, or `description` of one whom nobody can name yet. */
export class AddOfficerDto extends PositionDto {
  @IsIn(['subject', 'witness'])
  role: 'subject' | 'witness' = 'subject';

  @Optional()
  @IsUUID()
  officerId?: string;

  /** Badge, car, looks, as told; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 2000)
  description?: string;

  /** Of an officer whom nobody can name, when it is known */
  @Optional()
  @IsUUID()
  departmentId?: string;

  /** By what it is known that it was this officer: a code of the charter's `parties.identifiedBy` */
  @Optional()
  @IsString()
  @Length(1, 60)
  means?: string;
}

export class IdentifyOfficerDto extends PositionDto {
  @IsUUID()
  officerId!: string;

  /** By what they were known: a code of the charter's `parties.identifiedBy` */
  @IsString()
  @Length(1, 60)
  means!: string;

  /** What it rests on; needed when it puts another identification right. Kept sealed */
  @Optional()
  @IsString()
  @Length(1, 5000)
  reason?: string;

  /** An identification that turned out to be wrong: `identificationId` of the case file */
  @Optional()
  @IsUUID()
  replaces?: string;
}

export class UndoIdentificationDto {
  /** Why it was somebody else; kept sealed */
  @IsString()
  @Length(1, 5000)
  reason!: string;
}

export class AddAllegationDto {
  /** A subject officer of the case */
  @IsUUID()
  complaintOfficerId!: string;

  /** Other subject officers of whom the same is alleged: each gets an allegation of their own */
  @Optional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  alsoAgainst?: string[];

  /** A code of the charter's `allegations` */
  @IsString()
  @Length(1, 60)
  category!: string;
}

export class RenameAllegationDto {
  /** A code of the charter's `allegations` */
  @IsString()
  @Length(1, 60)
  category!: string;

  /** Why it is called otherwise; kept sealed */
  @IsString()
  @Length(1, 5000)
  reason!: string;
}
