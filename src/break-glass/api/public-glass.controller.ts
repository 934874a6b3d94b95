import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { PublicGlassReader } from '../records/public-glass.reader.js';
import { GlassYearsView } from './public-glass.view.js';

/** How often cases were opened past somebody's role. Open to everybody. */
@ApiTags('public break-glass')
@Controller('api/v1/jurisdictions/:jurisdiction/break-glass')
export class PublicGlassController {
  constructor(private readonly count: PublicGlassReader) {}

  /** By the year in which it was asked, the latest first: how often asked, approved, and found not right afterwards. */
  @Public()
  @Get()
  async years(@Param('jurisdiction') slug: string): Promise<GlassYearsView> {
    return { items: await this.count.years(slug) };
  }
}
