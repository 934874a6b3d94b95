import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { Optional } from '../../platform/http/optional.js';
import { readCaseNumber } from '../../shared/case-number.js';
import { LIST_SORTS, type ListCursor, type ListSort, readCursor } from '../rules/list-cursor.js';
import type { ListFilter, ListQuestion } from '../rules/list-question.js';
import { ListFilterDto } from './list-filter.dto.js';

export class ExportListDto extends ListFilterDto {
  /**
   * `received`: newest first; `received_asc`: oldest first; `due`: what runs out first first, of cases with an open clock;
   * `status`: by its letters, newest first; `number`: by case number
   */
  @IsIn(LIST_SORTS)
  sort: ListSort = 'received';
}

export class ListComplaintsDto extends ExportListDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 50;

  /** `next` of the page before, in the same order */
  @Optional()
  @IsString()
  @Length(1, 200)
  after?: string;
}

/** @throws RuleBroken invalid (422) */
export function listQuestion({ sort, limit, after, ...filter }: ListComplaintsDto): ListQuestion {
  return { filter: listFilter(filter), sort, limit, after: after === undefined ? null : cursorOf(after, sort) };
}

/** @throws RuleBroken invalid (422) */
export function listFilter({ caseNumber, numberBegins, ...filter }: ListFilterDto): ListFilter {
  return {
    ...filter,
    ...(numberBegins === undefined ? {} : { numberBegins: numberBegins.trim() }),
    ...(caseNumber === undefined ? {} : { caseNumber: numberOf(caseNumber) }),
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

/** @throws RuleBroken invalid (422) */
export function cursorOf(written: string, sort: ListSort): ListCursor {
  const cursor = readCursor(written, sort);
  if (cursor) return cursor;
  throw refused(
    '/after',
    'not-a-cursor',
    'Give what `next` of the page before said, in the same order, or leave it out for the first page.',
  );
}

function refused(path: string, code: string, message: string): RuleBroken {
  return new RuleBroken('invalid', message, 422, [{ path, code, message }]);
}
