import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import { Public } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { PublicPolicyReader } from '../records/public-policy.reader.js';
import { policyFeed } from './policy-feed.js';
import { PolicyPageDto } from './policy.dto.js';
import { PublicPoliciesView, PublicPolicyDetailsView } from './public-policy.view.js';

/** So many of those that changed last are in the feed. */
const IN_A_FEED = 200;
const COLUMNS = [
  ...['number', 'kind', 'addressedTo', 'title', 'issuedOn', 'answerDueOn', 'status', 'overdue', 'publishedAt'],
  ...['changedAt', 'id', 'text', 'url'],
];
const CAST = { date: (day: Date) => day.toISOString(), boolean: String };

/** Published recommendations of policy, for programs; pages for people are under /recommendations. */
@ApiTags('public policy recommendations')
@Controller('api/v1/jurisdictions/:jurisdiction')
export class PublicPolicyController {
  constructor(private readonly policies: PublicPolicyReader) {}

  /** Published recommendations, the latest first; the next page with `before`. */
  @Public()
  @Get('policy-recommendations')
  async list(@Param('jurisdiction') slug: string, @Query() page: PolicyPageDto): Promise<PublicPoliciesView> {
    return { items: await this.policies.list(slug, page) };
  }

  /** All of them as CSV. */
  @Public()
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Get('policy-recommendations.csv')
  async csv(@Param('jurisdiction') slug: string): Promise<string> {
    const rows = await this.policies.all(slug);
    return stringify(rows, { header: true, columns: COLUMNS, cast: CAST, escape_formulas: true });
  }

  /** Those that changed last as an Atom feed (RFC 4287). */
  @Public()
  @ApiProduces('application/atom+xml')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Get('policy-recommendations.atom')
  async feed(@Param('jurisdiction') slug: string): Promise<string> {
    return policyFeed(slug, await this.policies.changed(slug, IN_A_FEED));
  }

  /** One with what happened to it since. */
  @Public()
  @Get('policy-recommendations/:policyId')
  async show(
    @Param('jurisdiction') slug: string,
    @Param('policyId', EXISTING_ID) policyId: string,
  ): Promise<PublicPolicyDetailsView> {
    return this.policies.show(slug, policyId);
  }
}
