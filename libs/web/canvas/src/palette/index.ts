// The drawer of nodes, which is loaded when it is opened.
export { NodePalette } from './node-palette';
