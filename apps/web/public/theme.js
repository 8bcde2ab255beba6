// Before anything is painted: the theme that was chosen, so that no page flashes in the other one. A file, because inline scripts are refused.
try {
  const theme = globalThis.localStorage.getItem('millrace.theme');
  if (theme === 'light' || theme === 'dark') globalThis.document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be forbidden: then the system's theme holds.
}
// zod must not try whether it may compile code: the policy of the page refuses that, and the browser reports every attempt.
globalThis.__zod_globalConfig = { jitless: true };
// The page takes HTML and addresses of scripts from policies with a name only. The canvas empties its markers through innerHTML and starts
// a worker that it made itself, the editor one of the build: emptying, and these workers, are all that goes without one.
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (html) => (html === '' ? html : null),
  createScriptURL: (url) => {
    const { origin } = globalThis.location;
    const isBuilt = url.startsWith(`${origin}/worker-`) && /^[\w-]+\.js$/.test(url.slice(origin.length + 1));
    return isBuilt || url.startsWith(`blob:${origin}/`) ? url : null;
  },
});
