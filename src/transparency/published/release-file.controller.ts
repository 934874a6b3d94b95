import { Controller, Get, Param, Req, Res, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import { Sends } from '../../platform/http/sends.js';
import { cachedAnswer } from './cached-answer.js';
import { OpenToAll } from './open-to-all.interceptor.js';
import { type FileAddress, PublishedFiles } from './published-files.js';

/** The files of a release. They never change: keep them for good. */
@ApiTags('datasets')
@UseInterceptors(OpenToAll)
@Controller('api/v1/datasets/:jurisdiction/:dataset/releases/:version')
export class ReleaseFileController {
  constructor(private readonly files: PublishedFiles) {}

  /** `data.csv`, `manifest.json`, `dictionary.json`, `dictionary.csv`, `report.json` or `report.html`. The ETag is the file's SHA-256. */
  @Public()
  @ApiParam({ name: 'jurisdiction' })
  @ApiParam({ name: 'dataset' })
  @ApiParam({ name: 'version' })
  @ApiParam({ name: 'file', description: 'One of the names above' })
  @Sends('text/csv', 'application/json', 'text/html')
  @Get(':file')
  async file(
    @Param() address: FileAddress,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const file = await this.files.find(address);
    const disposition = `attachment; filename="${address.dataset}-${address.version}-${file.name}"`;
    return cachedAnswer(request, reply, file.kept, () => {
      return Promise.resolve(
        new StreamableFile(file.open(), { length: file.bytes, disposition, type: file.kept.type }),
      );
    });
  }
}
