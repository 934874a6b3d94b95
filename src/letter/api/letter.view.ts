import type { OpenedLetter } from '../records/letter.reader.js';
import { DELIVERY_WAYS, type DeliveryWay, LETTER_STATUSES, type LetterStatus } from '../rules/letter-status.js';
import { ApiProperty } from '@nestjs/swagger';

export class LetterStepView {
  @ApiProperty({ enum: LETTER_STATUSES })
  to!: LetterStatus;
  @ApiProperty({ enum: DELIVERY_WAYS, nullable: true })
  way!: DeliveryWay | null;
  /** ISO date */
  on!: string;
  recordedBy!: string;
}

export class ListedLetterView {
  letterId!: string;
  template!: string;
  language!: string;
  personId!: string;
  @ApiProperty({ enum: LETTER_STATUSES })
  status!: LetterStatus;
  /** It reaches its reader in the portal alone */
  portalOnly!: boolean;
  writtenBy!: string;
  writtenAt!: Date;
  steps!: LetterStepView[];
}

export class LettersView {
  items!: ListedLetterView[];
}

export class LetterWrittenView {
  letterId!: string;
}

export class LetterPreviewView {
  template!: string;
  language!: string;
  personId!: string;
  agency!: string;
  portalOnly!: boolean;
  subject!: string;
  body!: string;
}

/** Word for word as it was written. */
export class LetterView extends ListedLetterView {
  caseNumber!: string;
  agency!: string;
  /** ISO date */
  writtenOn!: string;
  subject!: string;
  body!: string;
  /** Who it went to is read on a grant of the custodian alone */
  toShielded!: boolean;
}

/** A letter in the portal: nothing of who wrote it. */
export class MyLetterView {
  letterId!: string;
  language!: string;
  /** ISO date */
  writtenOn!: string;
  subject!: string;
  body!: string;
}

export class MyLettersView {
  items!: MyLetterView[];
}

export function myLettersView(letters: readonly OpenedLetter[]): MyLettersView {
  return {
    items: letters.map(({ letterId, language, writtenOn, subject, body }) => ({
      ...{ letterId, language, writtenOn, subject, body },
    })),
  };
}
