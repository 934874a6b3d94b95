import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { GiveToken } from '../actions/give-token.js';
import { Public } from '../allow.js';
import { TokenRequestDto } from './department-access.dto.js';
import { TokenView } from './department-access.view.js';

/** Departments' programs sign in: OAuth 2 client credentials. */
@ApiTags('identity')
@Controller('api/v1/oauth/token')
export class TokenController {
  constructor(private readonly giveToken: GiveToken) {}

  /**
   * A token of ten minutes for an assertion that the client signed. Each assertion is good once. Refusals are told as RFC 6749
   * §5.2 has them: `error` and `error_description`; `code` beside them is `client-refused` (401) or `scope-refused`, say.
   */
  @Public()
  @ApiConsumes('application/x-www-form-urlencoded', 'application/json')
  @Post()
  @HttpCode(200)
  @Header('pragma', 'no-cache')
  async token(@Body() { client_assertion, scope }: TokenRequestDto): Promise<TokenView> {
    const { token, scopes, expiresIn } = await this.giveToken.run(client_assertion, scope);
    return { access_token: token, token_type: 'Bearer', expires_in: expiresIn, scope: scopes.join(' ') };
  }
}
