import type { PortAt } from '../session/operations/connect';

/** Which side of a node a port is on. */
export type PortSide = 'in' | 'out';

/** Name of a port for the drawing library: unique over the whole canvas. */
export function connectorId(side: PortSide, nodeId: string, port = 'main'): string {
  // Node ids hold no "|", so the first two separators are ours whatever the port is called.
  return `${side}|${nodeId}|${port}`;
}

/** The port of a connector id. */
export function portOf(connector: string): Required<PortAt> {
  const [, nodeId = '', ...port] = connector.split('|');
  return { nodeId, port: port.join('|') };
}
