import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor, StepUp } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { ReadIdentity } from '../actions/read-identity.js';
import { ReadTexts } from '../actions/read-texts.js';
import { CaseFileReader } from '../records/case-file.reader.js';
import { CaseHistoryReader } from '../records/case-history.reader.js';
import { CaseFileView } from './case-file.view.js';
import { HistoryPageView } from './case-history.view.js';
import { IdentityView } from './identity.view.js';
import { PageDto } from './page.dto.js';

/** One case, read by staff. */
@ApiTags('complaint')
@Controller('api/v1/complaints/:complaintId')
export class CaseFileController {
  constructor(
    private readonly caseFiles: CaseFileReader,
    private readonly readIdentity: ReadIdentity,
    private readonly readTexts: ReadTexts,
    private readonly histories: CaseHistoryReader,
  ) {}

  /** The whole case. Of who is behind it, only whether it is known. `ETag` is its version. */
  @Allow('complaint.read')
  @Get()
  async show(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseFileView> {
    const { version, file } = await this.caseFiles.of<CaseFileView>(actor, complaintId);
    void reply.header('etag', `"${version}"`);
    return file;
  }

  /** What was told, in clear: of who is shielded neither name nor contact. The reading itself is recorded. */
  @Allow('complaint.read-texts')
  @Get('texts')
  async texts(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<IdentityView> {
    return this.readTexts.run(actor, complaintId);
  }

  /** Who is behind the case too; of a shielded person on a grant of the custodian alone. The reading itself is recorded. */
  @Allow('complaint.read-identity')
  @StepUp()
  @Get('identity')
  async identity(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<IdentityView> {
    return this.readIdentity.run(actor, complaintId);
  }

  /** Who did what to the case, oldest first. */
  @Allow('complaint.read-history')
  @Get('history')
  async history(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Query() page: PageDto,
  ): Promise<HistoryPageView> {
    return this.histories.page(actor, complaintId, page);
  }
}
