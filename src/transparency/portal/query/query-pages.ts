import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../../../platform/errors/rule-broken.js';
import { page } from '../../../platform/html/page.js';
import type { Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import { datasetId } from '../../published/soda/dataset-id.js';
import { addressWith } from '../facts/address-with.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import { DescribedDatasets } from '../facts/described-datasets.js';
import { type Given, once } from '../facts/filters.js';
import { nativePath } from '../facts/place-address.js';
import { PortalRows } from '../facts/portal-rows.js';
import { PORTAL_SCRIPT } from '../facts/portal-script.js';
import type { MadePage } from '../facts/send-page.js';
import { queryForm } from './query-form.js';
import type { AnsweredQuery } from './answered-query.js';
import { nativeParameters, readQueryQuestion, sodaParameters } from './query-question.js';
import { queryPage } from './query.page.js';

@Injectable()
export class QueryPages {
  constructor(
    private readonly described: DescribedDatasets,
    private readonly rows: PortalRows,
  ) {}

  /** @throws NotFound, RuleBroken release-withdrawn (410) */
  async builder(name: { jurisdiction: string; dataset: string }, given: Given, reader: Reader): Promise<MadePage> {
    const { language } = reader;
    const pinned = once(given, 'release', language);
    const { facts, words } = await this.described.of(name, language, pinned);
    const answered = await this.answered(facts, given, reader, pinned !== null);
    const form = queryForm({ facts, words, given }, reader);
    const title = `${text(language, 'query.heading')}: ${words.title(facts).text}, ${facts.jurisdictionName}`;
    const shell = { reader, description: words.oneRow(facts).text, script: PORTAL_SCRIPT };
    return {
      body: page(title, queryPage({ facts, words, form, answered }, reader), shell),
      status: 'refused' in answered ? 400 : 200,
    };
  }

  private async answered(
    facts: DatasetFacts,
    given: Given,
    { language }: Reader,
    isPinned: boolean,
  ): Promise<AnsweredQuery | { refused: string }> {
    try {
      const question = readQueryQuestion(given, facts, language);
      const pin: [string, string][] = isPinned ? [['release', facts.version]] : [];
      const parameters = [...sodaParameters(question), ...pin];
      const native = nativeParameters(question);
      const answer = await this.rows.ask(facts, parameters);
      const base = `/resource/${datasetId(facts.jurisdiction, facts.dataset)}`;
      return {
        ...{ question, answer },
        soda: addressWith(`${base}.json`, parameters),
        csv: addressWith(`${base}.csv`, parameters),
        native: native === null ? null : addressWith(`${nativePath(facts)}/rows`, [...native, ...pin]),
      };
    } catch (error) {
      if (error instanceof RuleBroken && error.status === 400) return { refused: error.message };
      throw error;
    }
  }
}
