import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-platform', rootDir: import.meta.dirname };
