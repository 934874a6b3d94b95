import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { PageDto } from './list-reports.dto.js';

export class TransmitDto {
  /** The id of a profile: fbi, ohio … */
  @IsString()
  @Length(1, 60)
  programme!: string;

  /** Whose reports: for the agency's staff; a department sends its own */
  @IsOptional()
  @IsUUID()
  departmentId?: string;

  /** At most 500; withdrawn ones are told to be removed, where the form has a word for it */
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  reportIds!: string[];
}

export class ListTransmissionsDto extends PageDto {
  /** Only those to this programme */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  programme?: string;

  /** Only this department's */
  @IsOptional()
  @IsUUID()
  departmentId?: string;
}

export class ProgrammeErrorDto {
  @IsOptional()
  @IsString()
  @Length(1, 40)
  reportNumber?: string;

  /** The programme's own */
  @IsString()
  @Length(1, 60)
  code!: string;

  @IsString()
  @Length(1, 1000)
  message!: string;
}

export class AcknowledgementDto {
  @IsIn(['accepted', 'rejected'])
  outcome!: 'accepted' | 'rejected';

  /** The programme's own, by which it finds what was sent */
  @IsOptional()
  @IsString()
  @Length(1, 120)
  reference?: string;

  @ApiPropertyOptional({ type: [ProgrammeErrorDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ProgrammeErrorDto)
  errors?: ProgrammeErrorDto[];
}
