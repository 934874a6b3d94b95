import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsString, Length, ValidateNested } from 'class-validator';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { Optional } from '../../platform/http/optional.js';
import type { SavedSearch } from '../records/saved-search.reader.js';
import type { NewSearch } from '../records/saved-search.store.js';
import { LIST_SORTS, type ListSort } from '../rules/list-cursor.js';
import { type Cadence, CADENCES, type SavedQuestion } from '../rules/saved-search.js';
import { listFilter } from './list-complaints.dto.js';
import { ListFilterDto } from './list-filter.dto.js';
import { PageDto } from './page.dto.js';

export class SaveSearchDto {
  /** Yours; no two of your searches have the same. Name nobody in it */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @Length(1, 100)
  name!: string;

  /** As the list of cases takes it */
  @IsDefined()
  @ValidateNested()
  @Type(() => ListFilterDto)
  filter!: ListFilterDto;

  /** An order of the list of cases */
  @IsIn(LIST_SORTS)
  sort: ListSort = 'received';

  /** How often you are told of cases that it did not find before: never, within minutes, once a day, once in seven days */
  @IsIn(CADENCES)
  cadence: Cadence = 'none';

  /** true: others of the office may run it, each behind their own walls. Alerts are yours alone */
  @IsBoolean()
  shared = false;
}

export class RunSearchDto {
  @Type(() => Number)
  @IsIn([10, 25, 50, 100])
  limit = 50;

  /** `next` of the page before */
  @Optional()
  @IsString()
  @Length(1, 200)
  after?: string;
}

export class ListAlertsDto extends PageDto {
  /** true: those that were not read */
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread = false;
}

/** @throws RuleBroken invalid (422) */
export function newSearch({ name, filter, sort, cadence, shared }: SaveSearchDto): NewSearch {
  const asked = Object.entries(listFilter(filter)).filter(([, value]) => value !== undefined);
  return { name, cadence, shared, question: { sort, filter: Object.fromEntries(asked) } };
}

/** @throws RuleBroken search-no-longer-fits (409), with what does not */
export function questionOf({ question, faults }: SavedSearch): SavedQuestion {
  if (faults.length === 0) return question;
  throw new RuleBroken(
    'search-no-longer-fits',
    'Words of this search are gone from the charter; `errors` says which. Save it anew without them.',
    409,
    faults,
  );
}
