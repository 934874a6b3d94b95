import { Module } from '@nestjs/common';
import { AnswerFile } from './answer-file.js';
import { AnswerRows } from './answer-rows.js';
import { AskRelease } from './ask-release.js';
import { CopyRows } from './copy-rows.js';
import { DatasetController } from './dataset.controller.js';
import { DatasetPartsController } from './dataset-parts.controller.js';
import { FrontDesk } from './front-desk.js';
import { KeptAnswers } from './kept-answers.js';
import { PublishedFiles } from './published-files.js';
import { ReleaseCatalogue } from './release-catalogue.js';
import { ReleaseCubes } from './release-cubes.js';
import { ReleaseFileController } from './release-file.controller.js';
import { ReleaseShelfController } from './release-shelf.controller.js';
import { RowReader } from './row.reader.js';
import { RowsController } from './rows.controller.js';

/** The public plane. Everything in this folder reads through the public role, and knows no case. */
@Module({
  controllers: [
    DatasetController,
    DatasetPartsController,
    RowsController,
    ReleaseFileController,
    ReleaseShelfController,
  ],
  providers: [
    ...[ReleaseCatalogue, ReleaseCubes, AskRelease, CopyRows, RowReader, AnswerRows],
    ...[PublishedFiles, AnswerFile, KeptAnswers, FrontDesk],
  ],
  exports: [RowReader, ReleaseCatalogue, PublishedFiles, AskRelease, KeptAnswers, FrontDesk],
})
export class PublishedModule {}
