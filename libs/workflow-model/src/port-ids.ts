/** Port that a node has when its definition names no other; edges without a handle mean this one. */
export const MAIN_PORT = 'main';
/** Port that a failed node activates when its settings say `onError: 'error-port'`. */
export const ERROR_PORT = 'error';
