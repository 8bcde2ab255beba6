import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Config, ConfigError, HealthRegistry, httpConfig, Logger, newId, readConfig } from '@millrace/server-platform';
import {
  Global,
  Injectable,
  Module,
  type DynamicModule,
  type INestApplicationContext,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { credentialSecret } from './secret-address';
import { SecretReader } from './secret-reader';
import { secretsConfig } from './secret-store.config';
import { SecretReaderModule, SecretWriterModule } from './secret-store.module';
import { SecretStore } from './secret-store';
import { SecretWriter } from './secret-writer';
import { FakeVault } from './testing/fake-vault';
import { until } from './testing/test-clocks';
import { prepareVault } from './testing/vault-setting';

const folder = mkdtempSync(path.join(tmpdir(), 'millrace-module-'));
const started: INestApplicationContext[] = [];
afterEach(async () => {
  for (const app of started.splice(0)) await app.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

@Global()
@Module({})
class Surroundings {
  static of(env: Record<string, string>): DynamicModule {
    const config = readConfig({ NODE_ENV: 'test', MILLRACE_SECRETS_DIR: path.join(folder, newId()), ...env }, [
      httpConfig,
      secretsConfig,
    ]);
    const parts = [
      { provide: Config, useValue: config },
      { provide: Logger, useValue: Logger.silent() },
      { provide: HealthRegistry, useValue: new HealthRegistry() },
    ];
    return { module: Surroundings, providers: parts, exports: parts };
  }
}

@Injectable()
class WantsToRead {
  constructor(readonly reader: SecretReader) {}
}

@Injectable()
class WantsTheStore {
  constructor(readonly store: SecretStore) {}
}

@Module({ imports: [SecretWriterModule], providers: [WantsToRead] })
class ApiThatReads {}

@Module({ imports: [SecretWriterModule, SecretReaderModule], providers: [WantsTheStore] })
class FeatureThatGoesPast {}

async function start(env: Record<string, string>, ...imports: Type[]): Promise<INestApplicationContext> {
  class Root {}
  const module = { module: Root, imports: [Surroundings.of(env), ...imports] };
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  started.push(app);
  return app;
}

it('what the api gets cannot read, by any name', async () => {
  const writer = (await start({}, SecretWriterModule)).get(SecretWriter);
  const names = new Set<string>();
  for (let shape: object = writer; shape !== Object.prototype; shape = Object.getPrototypeOf(shape) as object) {
    for (const name of Reflect.ownKeys(shape)) names.add(String(name));
  }
  expect([...names].sort()).toEqual(['constructor', 'create', 'destroy', 'health', 'newestVersion', 'update']);
});

it('a process that is api only cannot be given a reader, and nobody the store itself', async () => {
  await expect(start({}, ApiThatReads)).rejects.toThrow(/SecretReader/);
  await expect(start({}, FeatureThatGoesPast)).rejects.toThrow(/SecretStore/);
});

it('a process with both has one store behind them', async () => {
  const app = await start({}, SecretWriterModule, SecretReaderModule);
  const address = credentialSecret(newId());
  await app.get(SecretWriter).create(address, { key: 'value' });
  expect((await app.get(SecretReader).read(address, 1)).data).toEqual({ key: 'value' });
});

it('does not start with settings that are wrong, and names them', async () => {
  const missing = start({ NODE_ENV: 'production' }, SecretWriterModule);
  await expect(missing).rejects.toThrow(ConfigError);
  await expect(missing).rejects.toThrow('VAULT_ADDR');
  const noFile = { VAULT_ADDR: 'https://127.0.0.1:1', VAULT_AUTH: 'token', VAULT_TOKEN: 't', VAULT_CACERT: '/none' };
  await expect(start(noFile, SecretWriterModule)).rejects.toThrow('VAULT_CACERT');
  const open = path.join(folder, 'open');
  const app = await start({ MILLRACE_SECRETS_DIR: open }, SecretWriterModule);
  await app.get(SecretWriter).create(credentialSecret(newId()), {});
  rmSync(path.join(open, 'key'));
  await expect(start({ MILLRACE_SECRETS_DIR: open }, SecretWriterModule)).rejects.toThrow('MILLRACE_SECRETS_DIR');
});

it('starts while Vault is sealed, is ready after the first login, stays ready, and revokes its token at the end', async () => {
  const fake = await FakeVault.start();
  const file = path.join(folder, 'secret-id');
  const { api } = prepareVault(fake);
  writeFileSync(file, api.newSecretId());
  fake.isSealed = true;
  const env = {
    VAULT_ADDR: fake.address,
    VAULT_AUTH: 'approle',
    VAULT_ROLE_ID: api.roleId,
    VAULT_SECRET_ID_FILE: file,
  };
  const app = await start(env, SecretWriterModule);
  const health = app.get(HealthRegistry);
  await until(() => fake.seenLike(/login/).length === 1);
  expect(await health.check()).toMatchObject([{ name: 'secrets', ok: false }]);
  fake.isSealed = false;
  const writer = app.get(SecretWriter);
  await until(async () => (await writer.health()).ok);
  expect(fake.tokenCount).toBe(1);
  expect(fake.seenLike(/login/)).toHaveLength(2);
  expect(await health.check()).toMatchObject([{ name: 'secrets', ok: true }]);
  fake.isSealed = true;
  expect(await health.check()).toMatchObject([{ name: 'secrets', ok: true }]);
  expect(await health.figures()).toEqual({ secrets: { ok: false, store: 'vault', reason: 'sealed' } });
  fake.isSealed = false;
  await app.close();
  expect(fake.tokenCount).toBe(0);
  await fake.stop();
});
