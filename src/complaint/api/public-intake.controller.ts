import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { ProofOfWork } from '../../platform/http/proof-of-work.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { FileComplaint } from '../actions/file-complaint.js';
import { FileComplaintDto } from './file-complaint.dto.js';
import { ProofOfWorkView, ReceiptView } from './filed-complaint.view.js';

/** For everybody: nobody is asked who they are, and nothing of the caller is kept. */
@ApiTags('complaint')
@Controller('api/v1')
export class PublicIntakeController {
  constructor(
    private readonly database: CaseDatabase,
    private readonly fileComplaint: FileComplaint,
    private readonly proofOfWork: ProofOfWork,
  ) {}

  /** Whether a puzzle has to be solved before filing, as an agency may ask for under a flood; `puzzle` is null while none is. */
  @Public()
  @Get('proof-of-work')
  puzzle(): ProofOfWorkView {
    return { puzzle: this.proofOfWork.puzzle() };
  }

  /** File a complaint or a commendation, with or without a name. Keep the receipt code: it is shown once. */
  @Public()
  @ApiHeader({ name: 'redress-proof', required: false, description: 'A solved puzzle, while one is asked for' })
  @Post('jurisdictions/:jurisdiction/complaints')
  async file(
    @Param('jurisdiction') slug: string,
    @Body() complaint: FileComplaintDto,
    @Headers('redress-proof') proof?: string,
  ): Promise<ReceiptView> {
    this.proofOfWork.demand(proof);
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
