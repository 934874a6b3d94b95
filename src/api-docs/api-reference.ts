import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { NotFound } from '../platform/errors/rule-broken.js';
import { page } from '../platform/html/page.js';
import { type ApiDescription, type DescribedOperation, operationsOf } from './api-description.js';
import { apiDocsTexts } from './api-docs.texts.js';
import { apiPage } from './api.page.js';
import { searchOperations } from './search-operations.js';
import { subjectPage, subjectSlug } from './subject.page.js';

const DESCRIPTION = new URL('../../docs/openapi.json', import.meta.url);

/** The description of the API as pages. It is read once: it is as old as the program is. */
@Injectable()
export class ApiReference {
  private bytes: Promise<Buffer> | null = null;
  private read: Promise<ApiDescription> | null = null;
  private readonly pages = new Map<string, string>();

  /** docs/openapi.json, to the byte: the same bytes for all readers, however slowly they read its megabytes. */
  json(): Promise<Buffer> {
    return (this.bytes ??= readFile(DESCRIPTION));
  }

  /** Every operation by subject; with words to look for, those that have all of them. */
  async overview(wanted: string): Promise<string> {
    const description = await this.description();
    const found = wanted.trim() === '' ? null : searchOperations(operationsOf(description), wanted);
    return page(apiDocsTexts.en.title, apiPage(description, wanted, found));
  }

  /** @throws NotFound */
  async subject(slug: string): Promise<string> {
    const known = this.pages.get(slug);
    if (known !== undefined) return known;
    const description = await this.description();
    const tag = description.tags?.find(({ name }) => subjectSlug(name) === slug);
    if (!tag) throw new NotFound();
    const own = operationsOf(description).filter(
      ({ operation }: DescribedOperation) => operation.tags?.[0] === tag.name,
    );
    const made = page(`${apiDocsTexts.en.title}: ${tag.name}`, subjectPage(tag, own, description));
    this.pages.set(slug, made);
    return made;
  }

  private description(): Promise<ApiDescription> {
    return (this.read ??= this.json().then((bytes) => JSON.parse(bytes.toString()) as ApiDescription));
  }
}
