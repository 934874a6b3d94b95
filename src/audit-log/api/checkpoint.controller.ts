import { Controller, Get, Header } from '@nestjs/common';
import { ApiNotFoundResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { Checkpoints } from '../log/checkpoints.js';
import { PublishedCheckpointReader } from '../records/published-checkpoint.reader.js';

/** What everybody can hold the history of all cases to. Keep these notes: what was signed once must be in every later tree. */
@ApiTags('transparency log')
@Controller('transparency')
export class CheckpointController {
  constructor(
    private readonly published: PublishedCheckpointReader,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** The newest checkpoint, a signed note (C2SP tlog-checkpoint): origin, number of events, root of their tree, signature. */
  @Public()
  @ApiProduces('text/plain')
  @ApiNotFoundResponse({ description: 'Nothing was sealed yet.' })
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  @Get('checkpoint')
  async newest(): Promise<string> {
    const note = await this.published.newest();
    if (note === null) throw new NotFound();
    return note;
  }

  /** The key that checkpoints are checked with, as C2SP signed-note writes it. */
  @Public()
  @ApiProduces('text/plain')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Get('checkpoint-key')
  key(): string {
    return `${this.checkpoints.verifierKey()}\n`;
  }
}
