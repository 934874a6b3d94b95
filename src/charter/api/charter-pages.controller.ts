import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { Public } from '../../identity/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import type { Language } from '../../platform/html/language.js';
import { page } from '../../platform/html/page.js';
import { PageLanguage } from '../../platform/html/page-language.js';
import { localDay } from '../../shared/local-day.js';
import { CharterReader } from '../records/charter.reader.js';
import { PublicCharterReader } from '../records/public-charter.reader.js';
import { charterPage } from './charter.page.js';
import { charterTexts } from './charter.texts.js';

export class CharterPageDto {
  /** Left out: the one in force */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;

  @IsOptional()
  @IsString()
  lang?: string;
}

/** The terms of oversight, for people. */
@ApiExcludeController()
@Controller('charter')
export class CharterPagesController {
  constructor(
    private readonly charters: CharterReader,
    private readonly published: PublicCharterReader,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Get(':jurisdiction')
  @Header('content-type', 'text/html; charset=utf-8')
  async show(
    @Param('jurisdiction') slug: string,
    @Query() { version }: CharterPageDto,
    @PageLanguage() language: Language,
  ): Promise<string> {
    const { name, timeZone, charterVersion } = await this.charters.ofJurisdiction(slug);
    const { shown, versions } = await this.versionOf(slug, version ?? charterVersion);
    const body = charterPage({ slug, name, shown, versions, today: localDay(this.clock.now(), timeZone), language });
    return page(`${charterTexts[language].title}: ${name}`, body, { language });
  }

  private async versionOf(slug: string, wanted: number) {
    const versions = await this.published.versionsOf(slug);
    const found = versions.find(({ version }) => version === wanted);
    if (!found) throw new NotFound();
    return { versions, shown: await this.published.byId(found.id) };
  }
}
