import { Matches } from 'class-validator';

export class ApproveReleaseDto {
  /** The hash of the file that you have looked at, as the release's `fileSha256` says it */
  @Matches(/^[0-9a-f]{64}$/)
  fileSha256!: string;
}
