import { IsOptional, Matches } from 'class-validator';

export const ORI_FORM = /^[A-Z0-9]{9}$/;

export class ZeroReportDto {
  /** The ORI that it is about; needed by a department that reports for several */
  @IsOptional()
  @Matches(ORI_FORM)
  ori?: string;
}
