import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ConfigSchema } from '../config/config-schema';
import { platformConfigs } from '../config/platform.config';
import { readConfig } from '../config/read-config';
import type { EntityClass, MigrationClass } from '../database/data-source';
import { configureHttp } from '../http/configure-http';
import { Logger } from '../logging/logger';
import { NestLogger } from '../logging/nest-logger';
import { PlatformModule } from '../platform.module';
import { startTestDatabase, type TestDatabase } from './test-database';

/** What a spec wants its application to be made of. */
export interface TestAppOptions extends Pick<ModuleMetadata, 'imports' | 'providers' | 'controllers'> {
  readonly migrations?: readonly MigrationClass[];
  readonly entities?: readonly EntityClass[];
  /** Schemas beside the platform's. */
  readonly configs?: readonly ConfigSchema[];
  /** Settings beside the database's. */
  readonly env?: Readonly<Record<string, string>>;
  /** One that keeps what is written; silent when absent. */
  readonly logger?: Logger;
  /** Another cluster than the shared one. */
  readonly clusterUrl?: string;
}

/** A whole application that listens on a free port of this machine, on a database of its own. */
export interface TestApp {
  readonly app: NestExpressApplication;
  readonly server: Server;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly database: TestDatabase;
  stop(): Promise<void>;
}

@Module({})
class TestAppModule {}

/** Starts an application of these modules as production does. Call `stop` when done. */
export async function startTestApp(options: TestAppOptions): Promise<TestApp> {
  const database = await startTestDatabase(options.clusterUrl ? { clusterUrl: options.clusterUrl } : {});
  const env = { NODE_ENV: 'test', DATABASE_URL: database.url, DATABASE_POOL_SIZE: '10', ...options.env };
  const config = readConfig(env, [...platformConfigs, ...(options.configs ?? [])]);
  const logger = options.logger ?? Logger.silent();
  const ends: (() => Promise<unknown>)[] = [];
  const { entities = [], migrations = [] } = options;
  const platform = PlatformModule.forRoot({ config, entities, migrations, logger, onStart: (end) => ends.push(end) });
  const root: DynamicModule = {
    module: TestAppModule,
    imports: [platform, ...(options.imports ?? [])],
    providers: options.providers ?? [],
    controllers: options.controllers ?? [],
  };
  const app = await listening(root, logger).catch(async (error: unknown) => {
    for (const end of ends.reverse()) await end();
    await database.stop();
    throw error;
  });
  const server = app.getHttpServer() as Server;
  const { port } = server.address() as AddressInfo;
  return {
    app,
    server,
    url: `http://127.0.0.1:${port}`,
    database,
    stop: async () => {
      await app.close();
      await database.stop();
    },
  };
}

async function listening(root: DynamicModule, logger: Logger): Promise<NestExpressApplication> {
  const nestLogger = new NestLogger(logger);
  const app = await NestFactory.create<NestExpressApplication>(root, {
    bodyParser: false,
    logger: nestLogger,
    abortOnError: false,
  });
  configureHttp(app);
  return app.listen(0, '127.0.0.1').then(() => app);
}
