import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';
import type { ListQuestion } from '../records/complaint-list.reader.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { readCaseNumber } from '../../shared/case-number.js';
import { COMPLAINT_STATUSES, type ComplaintStatus } from '../rules/complaint-status.js';
import { type ListCursor, readCursor } from '../rules/list-cursor.js';
import { Optional } from '../../platform/http/optional.js';

export class ListComplaintsDto {
  @Optional()
  @IsIn(COMPLAINT_STATUSES)
  status?: ComplaintStatus;

  /** `me`: only what is assigned to the signed-in person */
  @Optional()
  @IsIn(['me'])
  assignedTo?: 'me';

  /** As printed or read aloud; a mistyped one of ours is told so */
  @Optional()
  @IsString()
  @Length(1, 40)
  caseNumber?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 50;

  /** `next` of the page before */
  @Optional()
  @IsString()
  @Length(1, 100)
  after?: string;
}

/** @throws RuleBroken invalid (422) */
export function listQuestion({ status, assignedTo, caseNumber, limit, after }: ListComplaintsDto): ListQuestion {
  return {
    status,
    mine: assignedTo === 'me',
    limit,
    caseNumber: caseNumber === undefined ? undefined : numberOf(caseNumber),
    after: after === undefined ? null : cursorOf(after),
  };
}

/** The form of our own numbers. Imported cases keep the number of their source, which has no check characters. */
const OUR_FORM = /^\d{4}-?[0-9A-Z]{4}-?[0-9A-Z]{4}-?[0-9A-Z]{2}$/i;

function numberOf(typed: string): string {
  const caseNumber = readCaseNumber(typed);
  if (caseNumber !== null) return caseNumber;
  if (!OUR_FORM.test(typed.trim())) return typed.trim();
  throw refused(
    '/caseNumber',
    'not-a-case-number',
    'This cannot be a case number: a character was mistaken or left out.',
  );
}

function cursorOf(written: string): ListCursor {
  const cursor = readCursor(written);
  if (cursor) return cursor;
  throw refused(
    '/after',
    'not-a-cursor',
    'Give what `next` of the page before said, or leave it out for the first page.',
  );
}

function refused(path: string, code: string, message: string): RuleBroken {
  return new RuleBroken('invalid', message, 422, [{ path, code, message }]);
}
