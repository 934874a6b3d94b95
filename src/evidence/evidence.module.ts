import { Module } from '@nestjs/common';
import { VaultModule } from '../vault/index.js';
import { AddFile } from './actions/add-file.js';
import { AddThing } from './actions/add-thing.js';
import { CopyPicture } from './actions/copy-picture.js';
import { CopyPictures } from './actions/copy-pictures.js';
import { HandOver } from './actions/hand-over.js';
import { OpenCopy } from './actions/open-copy.js';
import { OpenFile } from './actions/open-file.js';
import { ScanFile } from './actions/scan-file.js';
import { SweepUploads } from './actions/sweep-uploads.js';
import { TendEvidence } from './actions/tend-evidence.js';
import { VerifyFile } from './actions/verify-file.js';
import { EvidenceContentController } from './api/evidence-content.controller.js';
import { EvidenceController } from './api/evidence.controller.js';
import { PictureCopier } from './copying/picture-copier.js';
import { EvidenceWorker } from './evidence-worker.js';
import { CopyGround } from './records/copy-ground.js';
import { CustodyReportReader } from './records/custody-report.reader.js';
import { EvidenceFiles } from './records/evidence-files.js';
import { EvidenceGround } from './records/evidence-ground.js';
import { EvidenceReader } from './records/evidence.reader.js';
import { Scanner } from './scanning/scanner.js';

@Module({
  imports: [VaultModule],
  controllers: [EvidenceContentController, EvidenceController],
  providers: [
    ...[AddFile, AddThing, HandOver, OpenFile, VerifyFile, ScanFile, Scanner, SweepUploads],
    ...[CopyPicture, CopyPictures, OpenCopy, PictureCopier, CopyGround, TendEvidence],
    ...[EvidenceFiles, EvidenceGround, EvidenceReader, CustodyReportReader, EvidenceWorker],
  ],
  exports: [
    AddFile,
    CopyPictures,
    PictureCopier,
    ScanFile,
    SweepUploads,
    EvidenceFiles,
    EvidenceReader,
    EvidenceWorker,
  ],
})
export class EvidenceModule {}
