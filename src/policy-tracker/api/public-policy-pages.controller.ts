import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { page } from '../../platform/html/page.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { PublicPolicyReader } from '../records/public-policy.reader.js';
import { policyTitle } from '../rules/policy-words.js';
import { policiesPage } from './policies.page.js';
import { PolicyPageDto } from './policy.dto.js';
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
  async list(@Param('jurisdiction') slug: string, @Query() asked: PolicyPageDto): Promise<string> {
    return page('Policy recommendations', policiesPage(slug, await this.policies.list(slug, asked), asked.limit));
  }

  @Public()
  @Get(':policyId')
  @Header('content-type', HTML)
  async show(@Param('jurisdiction') slug: string, @Param('policyId', EXISTING_ID) policyId: string): Promise<string> {
    const policy = await this.policies.show(slug, policyId);
    return page(policyTitle(policy), policyPage(policy));
  }
}
