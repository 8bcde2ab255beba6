import { Config, HealthRegistry, httpConfig, Logger, type HealthCheck } from '@millrace/server-platform';
import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { openSecretStore } from './open-secret-store';
import { SecretCache } from './secret-cache';
import { SecretReader } from './secret-reader';
import { secretSettingsOf } from './secret-settings';
import { secretsConfig } from './secret-store.config';
import { SecretStore } from './secret-store';
import { SecretWriter } from './secret-writer';

/** Fails until the store worked once. When it goes away later, everything that needs no secret still works here. */
function onceReady(store: SecretStore): HealthCheck {
  let isReady = false;
  return async () => {
    if (!isReady) await store.ready();
    isReady = true;
  };
}

async function openConfigured(config: Config, logger: Logger, health: HealthRegistry): Promise<SecretStore> {
  const isProduction = config.of(httpConfig).NODE_ENV === 'production';
  const settings = secretSettingsOf(config.of(secretsConfig), isProduction);
  const store = await openSecretStore(settings, { logger });
  health.register('secrets', onceReady(store));
  health.registerFigure('secrets', () => store.health());
  return store;
}

/** Ends the session with the store after everything that uses it. */
@Injectable()
class CloseSecretStore implements OnApplicationShutdown {
  constructor(private readonly store: SecretStore) {}

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}

/** The one store of this process. Only the two modules below import it: nobody else can be given the store itself. */
@Module({
  providers: [
    { provide: SecretStore, inject: [Config, Logger, HealthRegistry], useFactory: openConfigured },
    CloseSecretStore,
  ],
  exports: [SecretStore],
})
class SecretStoreModule {}

/** For what people call: `SecretWriter`, which cannot read. */
@Module({
  imports: [SecretStoreModule],
  providers: [
    { provide: SecretWriter, inject: [SecretStore], useFactory: (store: SecretStore) => new SecretWriter(store) },
  ],
  exports: [SecretWriter],
})
export class SecretWriterModule {}

/** For what performs runs: `SecretReader`. Nothing of the api imports it. */
@Module({
  imports: [SecretStoreModule],
  providers: [
    {
      provide: SecretReader,
      inject: [SecretStore, Config],
      useFactory: (store: SecretStore, config: Config) =>
        new SecretReader(store, new SecretCache(config.of(secretsConfig).SECRETS_CACHE_SECONDS)),
    },
  ],
  exports: [SecretReader],
})
export class SecretReaderModule {}
