import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { page } from '../../platform/html/page.js';
import { ReadBy } from '../../platform/html/read-by.decorator.js';
import type { Reader } from '../../platform/html/reader.js';
import { text } from '../../platform/html/text.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { PublicPolicyReader } from '../records/public-policy.reader.js';
import { policiesPage } from './policies.page.js';
import { PolicyListPageDto } from './policy-page.dto.js';
import { policyPage } from './policy.page.js';

const HTML = 'text/html; charset=utf-8';

/** Recommendations of policy for people. */
@ApiExcludeController()
@Controller('recommendations/:jurisdiction')
export class PublicPolicyPagesController {
  constructor(private readonly policies: PublicPolicyReader) {}

  @Public()
  @Get()
  @Header('content-type', HTML)
  async list(
    @Param('jurisdiction') slug: string,
    @Query() { lang: _, ...asked }: PolicyListPageDto,
    @ReadBy() reader: Reader,
  ): Promise<string> {
    const list = { jurisdiction: slug, policies: await this.policies.list(slug, asked), limit: asked.limit };
    return page(text(reader.language, 'policy.list'), policiesPage(list, reader), { reader });
  }

  @Public()
  @Get(':policyId')
  @Header('content-type', HTML)
  async show(
    @Param('jurisdiction') slug: string,
    @Param('policyId', EXISTING_ID) policyId: string,
    @ReadBy() reader: Reader,
  ): Promise<string> {
    const policy = await this.policies.show(slug, policyId);
    const { number, title } = policy;
    return page(text(reader.language, 'policy.title', { number, title }), policyPage(policy, reader), { reader });
  }
}
