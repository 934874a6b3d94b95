import { Controller, Get, Param, Req, Res, type StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import { SendsInParts } from '../../platform/http/sends.js';
import { AnswerFile } from './answer-file.js';
import { OpenToAll } from './open-to-all.interceptor.js';
import type { FileAddress } from './published-files.js';

/** The files of a release, under the address that they had first; `/releases/…` is the one to give to others. */
@ApiTags('datasets')
@UseInterceptors(OpenToAll)
@Controller('api/v1/datasets/:jurisdiction/:dataset/releases/:version')
export class ReleaseFileController {
  constructor(private readonly files: AnswerFile) {}

  /** A file of a release, by the name that `manifest.json` lists. The ETag is the file's SHA-256; parts can be asked for. */
  @Public()
  @ApiParam({ name: 'jurisdiction' })
  @ApiParam({ name: 'dataset' })
  @ApiParam({ name: 'version' })
  @ApiParam({ name: 'file', description: 'A name that `manifest.json` lists' })
  @SendsInParts('text/csv', 'application/json', 'text/html', 'application/octet-stream')
  @Get(':file')
  async file(
    @Param() address: FileAddress,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.files.run(address, request, reply);
  }
}
