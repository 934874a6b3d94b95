import { ApiProperty } from '@nestjs/swagger';
import { LIST_SORTS, type ListSort } from '../rules/list-cursor.js';
import type { ListFilter } from '../rules/list-question.js';
import { type Cadence, CADENCES } from '../rules/saved-search.js';
import { ListFilterDto } from './list-filter.dto.js';

export class SearchSavedView {
  searchId!: string;
}

export class SearchFaultView {
  /** JSON pointer into the question */
  path!: string;
  code!: string;
  message!: string;
}

export class SearchQuestionView {
  @ApiProperty({ type: ListFilterDto })
  filter!: ListFilter;
  @ApiProperty({ enum: LIST_SORTS })
  sort!: ListSort;
}

export class SavedSearchView {
  searchId!: string;
  name!: string;
  question!: SearchQuestionView;
  @ApiProperty({ enum: CADENCES })
  cadence!: Cadence;
  shared!: boolean;
  /** Whether it is yours: others' you may run, and not change */
  own!: boolean;
  savedBy!: string;
  /** When it was last looked at for alerts; null when it gives none */
  lookedAt!: Date | null;
  /** It finds more cases than anybody is alerted to: narrow it */
  tooWide!: boolean;
  /** What no longer fits, e.g. a word that the charter in force does not know: it is not run until it is saved anew */
  faults!: SearchFaultView[];
}

export class SavedSearchesView {
  items!: SavedSearchView[];
}

export class AlertView {
  alertId!: string;
  searchId!: string;
  searchName!: string;
  /** The hour */
  raisedAt!: Date;
  readAt!: Date | null;
  /** How many cases were new, of those that you may see now */
  cases!: number;
  /** The first hundred */
  complaintIds!: string[];
}

export class AlertPageView {
  items!: AlertView[];
  /** Give it as `after` for the next page; null on the last */
  next!: string | null;
}
