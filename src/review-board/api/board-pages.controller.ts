import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CharterReader } from '../../charter/index.js';
import { Public } from '../../identity/index.js';
import { Clock } from '../../platform/clock.js';
import type { Language } from '../../platform/html/language.js';
import { page } from '../../platform/html/page.js';
import { PageLanguage } from '../../platform/html/page-language.js';
import { PublicBoardReader } from '../records/public-board.reader.js';
import { boardsPage } from './boards.page.js';
import { boardsTexts } from './boards.texts.js';

const LATEST = 12;

/** The boards of a place, for people. */
@ApiExcludeController()
@Controller('boards')
export class BoardPagesController {
  constructor(
    private readonly charters: CharterReader,
    private readonly boards: PublicBoardReader,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Get(':jurisdiction')
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Param('jurisdiction') slug: string, @PageLanguage() language: Language): Promise<string> {
    const { name } = await this.charters.ofJurisdiction(slug);
    const boards = await this.boards.of(slug, LATEST);
    const body = boardsPage({ slug, name, boards, now: this.clock.now(), language });
    return page(`${boardsTexts[language].title}: ${name}`, body, { language });
  }
}
