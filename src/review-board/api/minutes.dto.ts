import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, IsUUID, Length, Matches, Min } from 'class-validator';
import { type Audience, AUDIENCES, MATERIAL_KINDS, type MaterialKind } from '../records/material.store.js';

const SAYS_SOMETHING = /\S/;

export class EditMinutesDto {
  /** Of the part as it was read: refused when somebody edited it since */
  @IsInt()
  @Min(1)
  version!: number;

  @IsString()
  @Length(0, 50_000)
  text!: string;
}

export class ApproveMinutesDto {
  /** Carried at a later meeting, under an item on these minutes */
  @IsUUID()
  motionId!: string;
}

export class ReportOutDto {
  /** Published at once */
  @IsString()
  @Length(1, 10_000)
  @Matches(SAYS_SOMETHING, { message: 'text must say what is reported.' })
  text!: string;
}

export class RecordCommentDto {
  /** What it was about; without it the meeting at large */
  @IsOptional()
  @IsUUID()
  itemId?: string | null;

  /** Nobody has to say who they are; kept encrypted */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(SAYS_SOMETHING, { message: 'name must name somebody, or be left out.' })
  name?: string | null;

  /** Whether the speaker agreed to be named in public */
  @IsBoolean()
  publishName!: boolean;

  /** What was said, in short; published with the minutes */
  @IsString()
  @Length(1, 10_000)
  text!: string;
}

export class AttachMaterialDto {
  @IsIn(MATERIAL_KINDS)
  kind!: MaterialKind;

  @IsString()
  @Length(1, 300)
  title!: string;

  /** Of a link */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @Length(1, 1000)
  url?: string | null;

  /** Of evidence, a letter or a public summary of the item's own case */
  @IsOptional()
  @IsUUID()
  referenceId?: string | null;

  /** `public`: everybody; `meeting`: who may read meetings; `members`: clerk and who decides; `staff`: not the board */
  @IsIn(AUDIENCES)
  seenBy!: Audience;
}
