export { FakeServer, GraphqlErrors, settled, type Call } from './fake-server';
export { FakeSocket } from './fake-socket';
