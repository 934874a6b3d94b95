import {
  Controller,
  Get,
  Header,
  Param,
  Redirect,
  Req,
  Res,
  type StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../identity/index.js';
import { SendsInParts } from '../../platform/http/sends.js';
import { AnswerFile } from './answer-file.js';
import { OpenToAll } from './open-to-all.interceptor.js';
import type { FileAddress } from './published-files.js';
import { ReleaseCatalogue } from './release-catalogue.js';

/** The files of releases at addresses that last. They never change: keep them for good. */
@ApiTags('datasets')
@ApiParam({ name: 'jurisdiction' })
@ApiParam({ name: 'dataset' })
@UseInterceptors(OpenToAll)
@Controller('releases/:jurisdiction/:dataset')
export class ReleaseShelfController {
  constructor(
    private readonly files: AnswerFile,
    private readonly catalogue: ReleaseCatalogue,
  ) {}

  /** The directory of the newest release: answers with its own address. */
  @Public()
  @Redirect()
  @ApiFoundResponse({ description: 'To the newest release' })
  @ApiOkResponse({ description: 'What stands there, to whoever follows' })
  @Header('cache-control', 'public, max-age=60')
  @Get('latest')
  async newest(@Param() { jurisdiction, dataset }: Pick<FileAddress, 'jurisdiction' | 'dataset'>) {
    const { version } = await this.catalogue.find(jurisdiction, dataset);
    return { url: addressOf(jurisdiction, dataset, version), statusCode: 302 };
  }

  /** The same file of the newest release: answers with that release's own address. */
  @Public()
  @Redirect()
  @ApiFoundResponse({ description: 'To the newest release' })
  @ApiOkResponse({ description: 'What stands there, to whoever follows' })
  @Header('cache-control', 'public, max-age=60')
  @ApiParam({ name: 'file', description: 'A name that `manifest.json` lists' })
  @Get('latest/:file')
  async latest(@Param() { jurisdiction, dataset, file }: Omit<FileAddress, 'version'>) {
    const { version } = await this.catalogue.find(jurisdiction, dataset);
    return { url: addressOf(jurisdiction, dataset, version, file), statusCode: 302 };
  }

  /**
   * A file of a release, by the name that `manifest.json` lists: `data.csv`, `data.csv.gz`, `data.jsonl` (`.gz` when large),
   * `data.parquet`, `data.xlsx`, `datapackage.json`, `SHA256SUMS`, `manifest.json.sig` … The ETag is the file's SHA-256; parts can be
   * asked for (`Range`). 410 with the reason once the release is withdrawn.
   */
  @Public()
  @ApiParam({ name: 'version' })
  @ApiParam({ name: 'file', description: 'A name that `manifest.json` lists' })
  @SendsInParts('text/csv', 'application/json', 'text/html', 'application/octet-stream')
  @Get(':version/:file')
  async file(
    @Param() address: FileAddress,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.files.run(address, request, reply);
  }
}

const addressOf = (...parts: readonly string[]): string => `/releases/${parts.map(encodeURIComponent).join('/')}`;
