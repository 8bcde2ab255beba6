// Choosing turns of a loop, which is loaded where a run has some.
export { TurnBar } from './turn-bar';
