/** Ends the process with a sentence that helps when this is not Node 24 or later. npm scripts find the packaged Node by themselves. */
export function requireNode24() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) return;
  console.error(
    `Millrace runs on Node 24 or later; this is ${process.version}. Start it through npm (npm start, npm test), which uses the Node ` +
      'that npm installed; where there is none for your machine, install Node 24 yourself.',
  );
  process.exit(1);
}
