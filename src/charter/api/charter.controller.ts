import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { CharterReader } from '../records/charter.reader.js';
import { JurisdictionView } from './charter.view.js';

/** The terms of oversight are public. */
@ApiTags('charter')
@Controller('api/v1/jurisdictions')
export class CharterController {
  constructor(private readonly charters: CharterReader) {}

  /** A jurisdiction and its charter: which channels, allegations and findings it knows, how its board votes. */
  @Public()
  @Get(':jurisdiction')
  async show(@Param('jurisdiction') slug: string): Promise<JurisdictionView> {
    return this.charters.ofJurisdiction(slug);
  }
}
