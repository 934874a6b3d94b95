import { Controller, Get, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import { Sends } from '../../platform/http/sends.js';
import type { ActorOf } from '../../shared/actor.js';
import { OpenCopy } from '../actions/open-copy.js';
import { OpenFile } from '../actions/open-file.js';
import { VerifyFile } from '../actions/verify-file.js';
import { CustodyReportReader } from '../records/custody-report.reader.js';
import { attachmentOf } from './attachment-of.js';
import { custodyReportPdf } from './custody-report.pdf.js';
import { CustodyReportView, VerifiedFileView } from './evidence.view.js';

/** What is in the evidence, and proof of what became of it. Every look is on record. */
@ApiTags('evidence')
@Controller('api/v1/complaints/:complaintId/evidence')
export class EvidenceContentController {
  constructor(
    private readonly openFile: OpenFile,
    private readonly openCopy: OpenCopy,
    private readonly verifyFile: VerifyFile,
    private readonly reports: CustodyReportReader,
  ) {}

  /** The file as it came in; for who sits on the panel only what has no copy without metadata. A file that was altered is refused, or cut off where it is found to be. */
  @Allow('evidence.read')
  @Sends('application/octet-stream')
  @Get(':evidenceId/content')
  async content(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('evidenceId', EXISTING_ID) evidenceId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.openFile.run(actor, complaintId, evidenceId);
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    const disposition = attachmentOf(file.number, file.mediaType);
    return new StreamableFile(Readable.from(bytes), { type: file.mediaType, length: file.bytes, disposition });
  }

  /** The picture without what the camera wrote into it: no place, no time, no device. The register says whether there is one. */
  @Allow('evidence.read')
  @Sends('image/jpeg')
  @Get(':evidenceId/content/without-metadata')
  async withoutMetadata(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('evidenceId', EXISTING_ID) evidenceId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { number, bytes, jpeg } = await this.openCopy.run(actor, complaintId, evidenceId);
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    const disposition = attachmentOf(number, 'image/jpeg', '-without-metadata');
    return new StreamableFile(Readable.from(jpeg), { type: 'image/jpeg', length: bytes, disposition });
  }

  /** Read the stored file again, all of it: are its bytes those that came in? */
  @Allow('evidence.verify')
  @Post(':evidenceId/verification')
  @HttpCode(200)
  async verify(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('evidenceId', EXISTING_ID) evidenceId: string,
  ): Promise<VerifiedFileView> {
    return this.verifyFile.run(actor, complaintId, evidenceId);
  }

  /** Where every item came from, through whose hands it went, who looked at it, and what checks found. */
  @Allow('evidence.verify')
  @Get('custody-report')
  async report(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<CustodyReportView> {
    return this.reports.of(actor, complaintId);
  }

  /** The same for the court: as a PDF. */
  @Allow('evidence.verify')
  @Sends('application/pdf')
  @Get('custody-report.pdf')
  async reportPdf(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<StreamableFile> {
    const report = await this.reports.of(actor, complaintId);
    const disposition = `attachment; filename="custody-report-${report.caseNumber}.pdf"`;
    return new StreamableFile(Readable.from(await custodyReportPdf(report)), { type: 'application/pdf', disposition });
  }
}
