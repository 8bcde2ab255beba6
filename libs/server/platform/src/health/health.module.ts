import { Module, type DynamicModule } from '@nestjs/common';
import { HealthController, PRODUCT_VERSION } from './health.controller';

/** `/healthz`, `/readyz`, `/status`, `/api/health`. */
@Module({})
export class HealthModule {
  static forRoot(version: string): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: PRODUCT_VERSION, useValue: version }],
    };
  }
}
