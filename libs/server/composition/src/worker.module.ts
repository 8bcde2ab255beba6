import { productCredentialTypes } from '@millrace/server-catalog';
import { CredentialsModule } from '@millrace/server-credentials';
import { SandboxModule } from '@millrace/server-identity';
import { HealthModule, type Config } from '@millrace/server-platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { platformOf, type ProductFiles } from './product';
import { productVersion } from './version';
import { WorkersModule } from './workers';

/** The worker process: performs runs; HTTP only for health. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config, files: ProductFiles): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        platformOf(config),
        HealthModule.forRoot(productVersion),
        SandboxModule,
        CredentialsModule.forRoot(productCredentialTypes()),
        WorkersModule.forRoot(config, files),
      ],
    };
  }
}
