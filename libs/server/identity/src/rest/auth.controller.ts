import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from '../access/actor';
import { CurrentActor, Public, Requires } from '../access/decorators';
import type { MemberWorkspace, User } from '../persistence/user-store';
import { Me } from '../use-cases/me';
import { SignIn } from '../use-cases/sign-in';
import { SignUp } from '../use-cases/sign-up';
import type { SignedIn } from '../use-cases/signed-in';

/** A person, as REST shows them. */
interface UserBody {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly createdAt: string;
}

const credentials = {
  type: 'object',
  required: ['email', 'password'],
  properties: {
    email: { type: 'string', format: 'email' },
    password: { type: 'string', minLength: 8 },
    name: { type: 'string' },
  },
};
const signedIn = { description: 'A token for 12 hours, to be sent as "Authorization: Bearer <token>", and the user.' };

const userBody = (user: User): UserBody => ({
  id: user.id,
  email: user.email,
  name: user.name,
  createdAt: user.createdAt.toISOString(),
});
const answerOf = ({ accessToken, user }: SignedIn): { token: string; user: UserBody } => ({
  token: accessToken.token,
  user: userBody(user),
});

/** Accounts for scripts: one token, no cookie. */
@ApiTags('auth')
@Controller('api/auth')
export class AuthController {
  constructor(
    private readonly signUp: SignUp,
    private readonly signIn: SignIn,
    private readonly me: Me,
  ) {}

  /** Makes an account. */
  @Public()
  @Post('register')
  @ApiOperation({ summary: 'Make an account with a workspace of its own' })
  @ApiBody({ schema: credentials })
  @ApiCreatedResponse(signedIn)
  async register(@Body() body: unknown): Promise<{ token: string; user: UserBody }> {
    return answerOf(await this.signUp.run(body ?? {}, 'token'));
  }

  /** Signs in. */
  @Public()
  @Post('login')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in' })
  @ApiBody({ schema: credentials })
  @ApiOkResponse(signedIn)
  async login(@Body() body: unknown, @Req() request: Request): Promise<{ token: string; user: UserBody }> {
    return answerOf(await this.signIn.run(body ?? {}, { kind: 'token', address: request.ip ?? '' }));
  }

  /** Who is signed in. */
  @Requires()
  @Get('me')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Who is signed in, and in which workspace' })
  @ApiOkResponse({ description: 'The user and the workspace of the token.' })
  async whoAmI(@CurrentActor() actor: Actor): Promise<{ user: UserBody; workspace: MemberWorkspace }> {
    const { user, workspace } = await this.me.run(actor);
    return { user: userBody(user), workspace };
  }
}
