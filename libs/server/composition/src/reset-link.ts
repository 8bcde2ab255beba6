import { IdentityModule, ResetPassword } from '@millrace/server-identity';
import { ConfigError, DomainError, type Config } from '@millrace/server-platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { platformOf, readProductConfig } from './product';
import { describeStartFailure } from './start-failure';

@Module({})
class ResetLinkModule {
  static forRoot(config: Config): DynamicModule {
    return { module: ResetLinkModule, imports: [platformOf(config), IdentityModule] };
  }
}

/** A link with which somebody sets a new password, for the operator to hand on. @throws DomainError `USER_NOT_FOUND` */
export async function resetLinkFor(config: Config, email: string): Promise<string> {
  const app = await NestFactory.createApplicationContext(ResetLinkModule.forRoot(config), { logger: false });
  try {
    return await app.get(ResetPassword).linkFor(email);
  } finally {
    await app.close();
  }
}

/** Prints such a link. For where there is no mail; whoever can start this program could read the database as well. The answer is an exit code. */
export async function printResetLink(email: string | undefined): Promise<number> {
  try {
    if (email === undefined)
      throw new DomainError({ code: 'BAD_USER_INPUT', status: 400, message: 'Say whose: reset-link ada@example.com' });
    process.stdout.write(`${await resetLinkFor(readProductConfig(), email)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof DomainError ? error.message : describeStartFailure(error)}\n`);
    return error instanceof ConfigError ? 78 : 1;
  }
}
