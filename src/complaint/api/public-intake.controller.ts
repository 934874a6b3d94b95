import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { FileComplaint } from '../actions/file-complaint.js';
import { FileComplaintDto } from './file-complaint.dto.js';
import { ReceiptView } from './filed-complaint.view.js';

/** For everybody: nobody is asked who they are, and nothing of the caller is kept. */
@ApiTags('complaint')
@Controller('api/v1/jurisdictions/:jurisdiction')
export class PublicIntakeController {
  constructor(
    private readonly database: CaseDatabase,
    private readonly fileComplaint: FileComplaint,
  ) {}

  /** File a complaint or a commendation, with or without a name. Keep the receipt code: it is shown once. */
  @Public()
  @Post('complaints')
  async file(@Param('jurisdiction') slug: string, @Body() complaint: FileComplaintDto): Promise<ReceiptView> {
    const { caseNumber, receiptCode } = await this.fileComplaint.run(await this.publicOf(slug), complaint);
    const follow = { address: `/api/v1/jurisdictions/${slug}/my-complaint`, header: 'Redress-Receipt' };
    return { caseNumber, receiptCode, follow };
  }

  private async publicOf(slug: string): Promise<ActorOf<'public'>> {
    const jurisdiction = await this.database.jurisdictionBySlug(slug);
    if (!jurisdiction) throw new NotFound();
    return { kind: 'public', jurisdictionId: jurisdiction.id };
  }
}
