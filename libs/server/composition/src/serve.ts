import 'reflect-metadata';
import { Config, ConfigError, configureHttp, httpConfig, Logger, NestLogger } from '@millrace/server-platform';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from './api.module';
import { compositionConfig } from './composition.config';
import { serveOpenApi } from './open-api';
import { readProductConfig, type ProductFiles } from './product';
import { describeStartFailure } from './start-failure';
import { webApp } from './web-app';
import { WorkerModule } from './worker.module';

/** Exit code of a process whose settings are wrong (EX_CONFIG): starting it again does not help. */
const EXIT_CONFIGURATION = 78;

/** A process that serves. */
export interface Served {
  readonly app: NestExpressApplication;
  /** The port that it listens on. */
  readonly port: number;
}

async function serve(
  config: Config,
  module: DynamicModule,
  prepare?: (app: NestExpressApplication) => void,
): Promise<Served> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(new NestLogger(app.get(Logger)));
  configureHttp(app);
  prepare?.(app);
  const { HOST, PORT } = config.of(httpConfig);
  const server = await app.listen(PORT, HOST);
  const address = server.address();
  return { app, port: typeof address === 'object' && address ? address.port : PORT };
}

/** Starts the api with these settings. */
export function serveApi(config: Config, files: ProductFiles): Promise<Served> {
  const webDir = config.of(compositionConfig).WEB_DIR ?? files.webDir;
  return serve(config, ApiModule.forRoot(config, files), (app) => {
    serveOpenApi(app);
    if (webDir) app.use(webApp(webDir));
  });
}

/** Starts a worker with these settings. */
export function serveWorker(config: Config, files: ProductFiles): Promise<Served> {
  return serve(config, WorkerModule.forRoot(config, files));
}

/**
 * The whole life of a process: settings, start, and an orderly end on SIGTERM, SIGINT, or when the process that started it
 * is gone. Exits with 78 when settings are wrong, with 1 when it cannot start.
 */
export async function runProcess(
  start: (config: Config, files: ProductFiles) => Promise<Served>,
  files: ProductFiles,
): Promise<void> {
  try {
    const { app, port } = await start(readProductConfig(), files);
    app.get(Logger).info({ port }, 'ready');
    process.once('disconnect', () => void app.close().then(() => process.exit(0)));
  } catch (error) {
    process.stderr.write(`${describeStartFailure(error)}\n`);
    process.exit(error instanceof ConfigError ? EXIT_CONFIGURATION : 1);
  }
}
