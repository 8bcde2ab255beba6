/** Loads CodeMirror, which code editors otherwise ask for when the first one is shown. */
export const loadCodeView = () => import('./code-view');
