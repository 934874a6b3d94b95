import { Module } from '@nestjs/common';
import { AnswerFile } from './answer-file.js';
import { AnswerRows } from './answer-rows.js';
import { DatasetController } from './dataset.controller.js';
import { PublishedFiles } from './published-files.js';
import { ReleaseCatalogue } from './release-catalogue.js';
import { ReleaseFileController } from './release-file.controller.js';
import { ReleaseShelfController } from './release-shelf.controller.js';
import { RowReader } from './row.reader.js';
import { RowsController } from './rows.controller.js';

/** The public plane. Everything in this folder reads through the public role, and knows no case. */
@Module({
  controllers: [DatasetController, RowsController, ReleaseFileController, ReleaseShelfController],
  providers: [ReleaseCatalogue, RowReader, AnswerRows, PublishedFiles, AnswerFile],
  exports: [RowReader, ReleaseCatalogue, PublishedFiles],
})
export class PublishedModule {}
