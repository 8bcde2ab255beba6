import { connectorId, portOf } from './port-names';

it('a connector id leads back to its node and port, whatever the port is called', () => {
  expect(portOf(connectorId('out', 'node-1', 'case|a'))).toEqual({ nodeId: 'node-1', port: 'case|a' });
  expect(portOf(connectorId('in', 'n'))).toEqual({ nodeId: 'n', port: 'main' });
});

it('inputs and outputs of the same name differ', () => {
  expect(connectorId('in', 'n', 'main')).not.toBe(connectorId('out', 'n', 'main'));
});
