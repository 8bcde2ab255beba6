export { FAKE_ROOT_TOKEN, FakeVault, type Fault, type SeenRequest } from '../secret-store/testing/fake-vault';
export { RawHttpServer, type RawAnswer, type RawRequest } from '../secret-store/testing/raw-http-server';
export { HandClock, ImpatientClock, until } from '../secret-store/testing/test-clocks';
export {
  appRole,
  openVault,
  prepareVault,
  TEST_MOUNT,
  type OpenedVault,
  type PreparedRole,
  type TestRole,
  type VaultToOpen,
} from '../secret-store/testing/vault-setting';
