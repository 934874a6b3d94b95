import { Injectable } from '@nestjs/common';
import type { Language } from '../../../platform/html/language.js';
import { PublishedDatabase } from '../../../platform/postgres/published-database.js';
import { type Labels, labelsIn } from './labels-in.js';

const DOCUMENT = `SELECT document FROM published.charter WHERE jurisdiction = $1
  ORDER BY (effective_from <= current_date) DESC, version DESC LIMIT 1`;

/** The words of a place's terms in force, for the codes that stand in its data. */
@Injectable()
export class TermsReader {
  constructor(private readonly database: PublishedDatabase) {}

  async labels(jurisdiction: string, language: Language): Promise<Labels> {
    const [found] = await this.database.query<{ document: unknown }>(DOCUMENT, [jurisdiction]);
    return labelsIn(found?.document, language);
  }
}
