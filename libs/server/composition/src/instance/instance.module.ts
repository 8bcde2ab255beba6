import { SecretWriterModule } from '@millrace/server-credentials';
import { Module } from '@nestjs/common';
import { InstanceResolver } from './instance.resolver';

/** How this installation is set up. */
@Module({ imports: [SecretWriterModule], providers: [InstanceResolver] })
export class InstanceModule {}
