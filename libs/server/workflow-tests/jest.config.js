import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-workflow-tests', rootDir: import.meta.dirname };
