import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-runner', rootDir: import.meta.dirname };
