import { Controller, Get, Header, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { Sends } from '../../platform/http/sends.js';
import type { ActorOf } from '../../shared/actor.js';
import { GiveReceipt } from '../actions/give-receipt.js';
import { WriteRejects } from '../actions/write-rejects.js';
import { SubmissionReader } from '../records/submission.reader.js';
import { SignedReceiptView, SubmissionPageView, SubmissionView } from './bulk.view.js';
import { PageDto } from './list-reports.dto.js';

type Department = ActorOf<'department'>;

/** What became of a department's submissions. Another's are not there. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-reports')
export class SentSubmissionsController {
  constructor(
    private readonly submissions: SubmissionReader,
    private readonly giveReceipt: GiveReceipt,
    private readonly writeRejects: WriteRejects,
  ) {}

  /** Your bulk submissions, the newest first. */
  @Allow('use-of-force.read-own')
  @Get('submissions')
  async list(@CurrentActor() actor: Department, @Query() page: PageDto): Promise<SubmissionPageView> {
    return this.submissions.list(actor, page);
  }

  /** One of your bulk submissions. */
  @Allow('use-of-force.read-own')
  @Get('submissions/:submissionId')
  async one(
    @CurrentActor() actor: Department,
    @Param('submissionId', EXISTING_ID) id: string,
  ): Promise<SubmissionView> {
    return this.submissions.one(actor, id);
  }

  /** Its signed receipt: what was received, its SHA-256, what became of it, when. */
  @Allow('use-of-force.read-own')
  @Get('submissions/:submissionId/receipt')
  async receipt(
    @CurrentActor() actor: Department,
    @Param('submissionId', EXISTING_ID) id: string,
  ): Promise<SignedReceiptView> {
    return this.giveReceipt.forSubmission(actor, id);
  }

  /** What of it was rejected, with its faults, to be mended and sent again. Kept for 90 days. */
  @Allow('use-of-force.read-own')
  @Sends('application/x-ndjson', 'text/csv')
  @Header('x-content-type-options', 'nosniff')
  @Get('submissions/:submissionId/rejects')
  async rejects(
    @CurrentActor() actor: Department,
    @Param('submissionId', EXISTING_ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { mediaType, fileName, text } = await this.writeRejects.run(actor, id);
    void reply.header('content-disposition', `attachment; filename="${fileName}"`);
    return new StreamableFile(Readable.from(text, { objectMode: false }), { type: mediaType });
  }

  /** A signed receipt for one of your reports as it stands. */
  @Allow('use-of-force.read-own')
  @Get('mine/:reportId/receipt')
  async ofReport(
    @CurrentActor() actor: Department,
    @Param('reportId', EXISTING_ID) id: string,
  ): Promise<SignedReceiptView> {
    return this.giveReceipt.forReport(actor, id);
  }
}
