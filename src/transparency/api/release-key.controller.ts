import { Controller, Get, Header } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../../identity/index.js';
import { ReleaseSigner } from '../actions/release-signer.js';

/** What the manifests of releases are checked with. */
@ApiTags('datasets')
@Controller('.well-known')
export class ReleaseKeyController {
  constructor(private readonly signer: ReleaseSigner) {}

  /** The Ed25519 public key of `manifest.json.sig`, in PEM. Keep it: the key that you have had for long is the one to trust. */
  @Public()
  @ApiProduces('application/x-pem-file')
  @Header('content-type', 'application/x-pem-file')
  @Header('cache-control', 'public, max-age=3600')
  @Header('access-control-allow-origin', '*')
  @Get('redress-release-key.pem')
  key(): string {
    return this.signer.publicKey();
  }
}
